using System.Globalization;
using System.Resources;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>The verb <c>migrate</c>: bring the schema up to date and set what the role that serves may do. Needs <c>ConnectionStrings:LedgerOwner</c>.</summary>
[Description("Bring the database's schema up to date as its owner, and give the role that serves what it needs and no more", Name = "migrate")]
public sealed class MigrateCommand : JasperFxCommand<NetCoreInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "migrate";

    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Hosting.Schema.Migrate", typeof(MigrateCommand).Assembly);

    /// <inheritdoc/>
    public override bool Execute(NetCoreInput input)
    {
        // Done before any verb runs (LedgerSchema.Require); this verb asks for it even where nothing seems to be missing.
        foreach (var language in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
            Console.Out.WriteLine(Sentences.GetString("migrated", language));
        return true;
    }
}
