using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>What the ledger publishes as static files, fetched as anybody would.</summary>
internal static class Published
{
    /// <summary>GET an address without an account.</summary>
    public static async Task<HttpResponseMessage> FetchAsync(this LedgerHost host, string path, string? etag = null)
    {
        using var client = host.App.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await client.SendAsync(request);
    }

    /// <summary>The text at an address, which is there.</summary>
    public static async Task<string> TextAsync(this LedgerHost host, string path)
    {
        using var response = await host.FetchAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, text);
        return text;
    }

    /// <summary>The payload of a JWS, its signature not looked at.</summary>
    public static JsonElement Payload(string jws) => JsonDocument.Parse(Base64Url.DecodeFromChars(jws.Split('.')[1])).RootElement;

    /// <summary>What npm jose says of a token with the issuer's published keys: the value of a place; throws where it refuses.</summary>
    public static async Task<int> JoseAsync(this LedgerHost host, string token, string issuer, long place)
    {
        var folder = Directory.CreateTempSubdirectory("published-");
        try
        {
            var (file, keys) = (Path.Combine(folder.FullName, "token"), Path.Combine(folder.FullName, "jwks.json"));
            await File.WriteAllTextAsync(file, token);
            await File.WriteAllTextAsync(keys, await host.TextAsync($"/issuers/{issuer}/jwks.json"));
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            var (code, said) = Node.Run("status.mjs", file, keys, now.ToString(CultureInfo.InvariantCulture), place.ToString(CultureInfo.InvariantCulture));
            code.ShouldBe(0, said);
            return JsonDocument.Parse(said).RootElement.GetProperty("values")[0].GetInt32();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
