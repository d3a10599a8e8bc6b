using System.Globalization;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Issuing.LedgerKeys;

/// <summary>The verb <c>end-ledger-key KIND NUMBER</c>: destroy a key of the ledger's own that another one has replaced.</summary>
[Description("End a key of the ledger's own that was replaced, and destroy it", Name = Verb)]
public sealed class EndLedgerKeyCommand : JasperFxAsyncCommand<EndLedgerKeyInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "end-ledger-key";

    /// <inheritdoc/>
    public override Task<bool> Execute(EndLedgerKeyInput input)
    {
        var host = input.BuildHost();
        return Told.RunAsync(() =>
        {
            var ended = ActivatorUtilities.CreateInstance<LedgerKeyRotation>(host.Services).End(KeyKinds.Parse(input.Kind), NumberIn(input), input.CompromisedFlag);
            return Task.FromResult<IReadOnlyList<(string, object[])>>([(ended.IsCompromised ? "ledger-key-stolen" : "ledger-key-ended", [input.Kind, ended.Number])]);
        });
    }

    // Read here, since the framework answers what is no number with a stack trace.
    private static int NumberIn(EndLedgerKeyInput input) =>
        int.TryParse(input.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new HostingProblem("ledger-key.missing", input.Number, input.Kind);
}

/// <summary>What the command line says to <c>end-ledger-key</c>.</summary>
public sealed class EndLedgerKeyInput : NetCoreInput
{
    /// <summary>Which kind.</summary>
    [Description("trust-list, receipts, check-codes or share-links")]
    public string Kind { get; set; } = "";

    /// <summary>Which of them.</summary>
    [Description("Its number, as rotate-ledger-key printed it; the first is 1")]
    public string Number { get; set; } = "";

    /// <summary>Whether it is lost.</summary>
    [Description("Somebody else may hold it: nothing that it signed counts")]
    public bool CompromisedFlag { get; set; }
}
