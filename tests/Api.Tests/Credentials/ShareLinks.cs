using System.Net;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>Share links of the demo's holder, and strangers who open them.</summary>
internal static class ShareLinks
{
    public static readonly string Own = $"/api/people/{DemoLedger.Candidate}/share-links";

    /// <summary>Make a link to the sample; its id.</summary>
    public static async Task<Guid> LinkAsync(this DemoLedger demo, string scope, int days = 30)
    {
        var link = Guid.NewGuid();
        (await demo.Host.PutAsync("holder", $"{Own}/{link}", demo.LinkBody(scope, days))).ShouldRecord(1);
        return link;
    }

    /// <summary>A body that makes a link to the sample.</summary>
    public static object LinkBody(this DemoLedger demo, string scope, int days = 30) =>
        new { credential = demo.Credential, scope, until = DateTime.UtcNow.AddHours(7).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>The link as its holder sees it.</summary>
    public static async Task<System.Text.Json.JsonElement> SeenAsync(this DemoLedger demo, Guid link) =>
        (await demo.Host.GetAsync("holder", Own)).Json.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("id").GetGuid() == link);

    /// <summary>The token in the link's address.</summary>
    public static async Task<string> SecretAsync(this DemoLedger demo, Guid link) => new Uri((await demo.SeenAsync(link)).GetProperty("address").GetString()!).Query["?t=".Length..];

    /// <summary>Open the address, or press its button, as a stranger who reads English.</summary>
    public static async Task<(int Status, string Text)> StrangerAsync(this DemoLedger demo, string path, params (string, string)[] form)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Cookie", "ledger-language=en");
        using var answer = form.Length == 0 ? await client.GetAsync(path) : await client.PostAsync(path, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
