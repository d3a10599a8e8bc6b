using System.Globalization;
using System.Resources;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>The verb <c>migrate</c>: bring the schema up to date and set what the role that serves may do. Needs <c>ConnectionStrings:LedgerOwner</c>.</summary>
[Description("Bring the database's schema up to date as its owner, and give the role that serves what it needs and no more", Name = Verb)]
public sealed class MigrateCommand : JasperFxAsyncCommand<NetCoreInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "migrate";

    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Hosting.Schema.Migrate", typeof(MigrateCommand).Assembly);

    /// <inheritdoc/>
    public override async Task<bool> Execute(NetCoreInput input)
    {
        using var host = input.BuildHost();
        try
        {
            await LedgerSchema.Migrate(host.Services.GetRequiredService<LedgerDatabase>());
        }
        catch (HostingProblem problem)
        {
            Console.Error.WriteLine(problem.Thai);
            Console.Error.WriteLine(problem.English);
            return false;
        }
        foreach (var language in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
            Console.Out.WriteLine(Sentences.GetString("migrated", language));
        return true;
    }
}
