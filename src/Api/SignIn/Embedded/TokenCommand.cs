using CredentialLedger.Api.Hosting;
using CredentialLedger.Domain.Kernel;
using JasperFx;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>The verb <c>token NAME</c>: print a bearer token of a persona from a running development ledger, for curl.</summary>
[Description("Print a persona's bearer token, asked of a running development ledger", Name = "token")]
public sealed class TokenCommand : JasperFxAsyncCommand<TokenInput>
{
    private static readonly Rejection NoLedger = new("identity.no-development-ledger", RejectionKind.Missing);

    /// <inheritdoc/>
    public override async Task<bool> Execute(TokenInput input)
    {
        try
        {
            using var api = new HttpClient { BaseAddress = Address(input) };
            Console.Out.WriteLine(await new PersonaTokens(api).Of(input.Persona));
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or UriFormatException)
        {
            var why = e is HttpRequestException { StatusCode: System.Net.HttpStatusCode.Unauthorized } ? Persona.Unknown : NoLedger;
            Console.Error.WriteLine(Http.Sentences.Thai(why.Code));
            Console.Error.WriteLine(Http.Sentences.English(why.Code));
            return false;
        }
        catch (HostingProblem problem)
        {
            Console.Error.WriteLine(problem.Thai);
            Console.Error.WriteLine(problem.English);
            return false;
        }
    }

    private static Uri Address(TokenInput input) =>
        input.UrlFlag is { } given ? new(given) : ServedAddress.Of(LedgerFolder.Of(input.BuildHost().Services.GetRequiredService<IConfiguration>()));
}

/// <summary>What the command line says to <c>token</c>.</summary>
public sealed class TokenInput : NetCoreInput
{
    /// <summary>Whose token.</summary>
    [Description("Name of the persona, as src/Api/appsettings.Development.json has it, or agency-hr-system")]
    public string Persona { get; set; } = "";

    /// <summary>Where the ledger is.</summary>
    [FlagAlias("url", true), Description("Address of the ledger; where the one of this folder listens unless stated")]
    public string? UrlFlag { get; set; }
}
