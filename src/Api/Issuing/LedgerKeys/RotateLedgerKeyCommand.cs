using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Issuing.LedgerKeys;

/// <summary>The verb <c>rotate-ledger-key KIND</c>: make the next key of the ledger's own, beside a running server or without one.</summary>
[Description("Make the next key of the ledger's own: trust-list, receipts, check-codes or share-links", Name = Verb)]
public sealed class RotateLedgerKeyCommand : JasperFxAsyncCommand<RotateLedgerKeyInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "rotate-ledger-key";

    /// <inheritdoc/>
    public override Task<bool> Execute(RotateLedgerKeyInput input)
    {
        var host = input.BuildHost();
        return Told.RunAsync(() =>
        {
            var made = ActivatorUtilities.CreateInstance<LedgerKeyRotation>(host.Services).Rotate(KeyKinds.Parse(input.Kind), input.CompromisedFlag);
            (string, object[]) told = made.IsUsable(host.Services.GetRequiredService<TimeProvider>().GetUtcNow())
                ? ("ledger-key-used", [input.Kind, made.Number]) : ("ledger-key-made", [input.Kind, made.Number, made.From!.Value.ToString("u")]);
            return Task.FromResult<IReadOnlyList<(string, object[])>>(made.Id is { } id ? [told, ("ledger-key-id", [id])] : [told]);
        });
    }
}

/// <summary>What the command line says to <c>rotate-ledger-key</c>.</summary>
public sealed class RotateLedgerKeyInput : NetCoreInput
{
    /// <summary>Which key.</summary>
    [Description("trust-list, receipts, check-codes or share-links")]
    public string Kind { get; set; } = "";

    /// <summary>Whether the one in use is lost.</summary>
    [Description("Somebody else may hold the key in use: end it, and use the new one at once")]
    public bool CompromisedFlag { get; set; }
}

/// <summary>The kinds as the command line names them.</summary>
internal static class KeyKinds
{
    /// <exception cref="HostingProblem">There is no such kind.</exception>
    public static KeyKind Parse(string name)
    {
        foreach (var kind in Enum.GetValues<KeyKind>())
            if (LedgerKeyring.NameOf(kind) == name) return kind;
        throw new HostingProblem("ledger-key.kind", name);
    }
}
