using System.Net.Http.Headers;
using CredentialLedger.Api.Imports.Cli;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>The embedded provider's tokens, and its change of keys.</summary>
public sealed class EmbeddedProviderTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private async Task<int> ReadAsync(string token)
    {
        using var client = host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync("/api/frameworks");
        return (int)answer.StatusCode;
    }

    private Task<string> FreshAsync(string name) => new PersonaTokens(host.App.Server.CreateClient()).Of(name);

    [Fact]
    public async Task A_personas_token_is_a_persons_and_a_systems_is_its_own()
    {
        var person = new JsonWebToken(await FreshAsync("hr-officer"));
        (person.Typ, person.Alg, person.Subject, person.GetClaim("client_id").Value).ShouldBe(("at+jwt", "ES256", "d0000000-0000-4000-8000-000000000002", "hr-officer"));
        person.Audiences.ShouldBe(["credentialledger"]);
        (person.ValidTo - person.IssuedAt).ShouldBe(EmbeddedProvider.TokenLifetime, TimeSpan.FromSeconds(2));
        var system = new JsonWebToken(await FreshAsync(EmbeddedClients.System));
        system.Subject.ShouldBe(system.GetClaim("client_id").Value);
        (await ReadAsync(await FreshAsync(EmbeddedClients.System))).ShouldBe(200, "it signed in, and no more is asked of who reads a framework");
    }

    [Theory]
    [InlineData("hr-officer", "wrong")]
    [InlineData("hr-officer", "")]
    [InlineData("nobody", "development")]
    [InlineData("credentialledger-portal", "development")]
    public async Task A_wrong_secret_gets_no_token(string client, string secret)
    {
        using var api = host.App.Server.CreateClient();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", secret)]);
        using var answer = await api.PostAsync(EmbeddedProvider.Token, form);
        ((int)answer.StatusCode).ShouldBeOneOf(400, 401);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("access_token");
    }

    [Fact]
    public async Task A_new_key_signs_within_seconds_and_what_the_old_one_signed_stays_good()
    {
        var before = await FreshAsync("auditor");
        (await ReadAsync(before)).ShouldBe(200);
        var id = host.Services.GetRequiredService<SignInKeys>().Rotate();
        await Eventually.BeAsync(async () => new JsonWebToken(await FreshAsync("auditor")).Kid, id);
        (await ReadAsync(before)).ShouldBe(200);
        var after = await FreshAsync("auditor");
        await Eventually.BeAsync(() => ReadAsync(after), 200);
        (await ReadAsync(before)).ShouldBe(200);
        var files = Directory.GetFiles(Path.Combine(host.Folder, "keys"), "sign-in-*.pem");
        files.Length.ShouldBe(2);
        files.ShouldAllBe(f => File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task An_import_from_the_command_line_is_judged_by_its_token_as_at_the_API()
    {
        var file = Path.Combine(host.Folder, "token");
        async Task<string> WhoAsync(string? persona, string? token)
        {
            if (token is not null) await File.WriteAllTextAsync(file, token + "\n");
            var (by, refusal) = await Importing.Who(host.Services, persona, token is null ? null : file, Duties.KeepPersons, default);
            return by?.Person.ToString() ?? refusal!.Code;
        }

        (await WhoAsync(null, await FreshAsync("hr-officer"))).ShouldBe("d0000000-0000-4000-8000-000000000002");
        (await WhoAsync(null, await FreshAsync("auditor"))).ShouldBe("identity.duty-missing");
        (await WhoAsync("hr-officer", "x.y.z")).ShouldBe(SignedIn.InvalidToken.Code, "a token that was given counts");
        (await WhoAsync("hr-officer", null)).ShouldBe("d0000000-0000-4000-8000-000000000002");
        (await WhoAsync("auditor", null)).ShouldBe("identity.duty-missing");
        (await WhoAsync("nobody", null)).ShouldBe(Persona.Unknown.Code);
    }
}
