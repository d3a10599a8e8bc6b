using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>An OpenID Connect provider that does whatever a test wants: it serves a discovery document and its keys, and signs any token.</summary>
public sealed class FakeProvider : HttpMessageHandler
{
    /// <summary>Its address.</summary>
    public const string Issuer = "https://idp.example";

    /// <summary>Its keys; all are published, the last one signs.</summary>
    public List<RsaSecurityKey> Keys { get; } = [NewKey("one")];

    /// <summary>Whether it answers at all.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>A key of that id.</summary>
    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>Let a ledger trust it.</summary>
    public void Configure(IWebHostBuilder ledger) => ledger
        .UseSetting("SignIn:Embedded", "false").UseSetting("SignIn:Authority", Issuer)
        .ConfigureServices(s => s.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure(o => (o.BackchannelHttpHandler, o.RefreshInterval) = (this, TimeSpan.FromSeconds(1))));

    /// <summary>A token that would be good; a test spoils it.</summary>
    public string Token(Action<SecurityTokenDescriptor>? spoil = null, Action<Dictionary<string, object>>? claims = null)
    {
        var said = new Dictionary<string, object> { ["sub"] = "d0000000-0000-4000-8000-000000000002", ["client_id"] = "some-app", ["jti"] = Guid.NewGuid().ToString() };
        claims?.Invoke(said);
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "credentialledger",
            TokenType = "at+jwt",
            IssuedAt = DateTime.UtcNow,
            NotBefore = DateTime.UtcNow,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = said,
            SigningCredentials = new(Keys[^1], SecurityAlgorithms.RsaSha256),
        };
        spoil?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!Answers) throw new HttpRequestException("The provider does not answer.");
        if (request.RequestUri!.AbsolutePath != "/keys")
            return Answer(new { issuer = Issuer, jwks_uri = $"{Issuer}/keys", authorization_endpoint = $"{Issuer}/authorize", token_endpoint = $"{Issuer}/token" });
        return Answer(new { keys = Keys.Select(k => JsonWebKeyConverter.ConvertFromRSASecurityKey(new(k.Rsa.ExportParameters(false)) { KeyId = k.KeyId })).Select(k => new { kty = k.Kty, kid = k.Kid, n = k.N, e = k.E, use = "sig" }) });
    }

    private static Task<HttpResponseMessage> Answer(object json) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(json) });
}
