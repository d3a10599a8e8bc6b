using CredentialLedger.Api.Imports.Csv;

namespace CredentialLedger.Api.Imports;

/// <summary>What an import tells while it runs.</summary>
public abstract record ImportStep;

/// <summary>A row was refused; nothing of it is recorded.</summary>
public sealed record RowRefused(Fault Fault, CsvRow Row) : ImportStep;

/// <summary>So far.</summary>
/// <param name="Rows">Rows dealt with.</param>
/// <param name="Recorded">Rows that added something to the ledger.</param>
/// <param name="Unchanged">Rows that were in the ledger already.</param>
/// <param name="Refused">Rows that were refused.</param>
public sealed record Progress(long Rows, long Recorded, long Unchanged, long Refused) : ImportStep
{
    /// <summary>Before the first row.</summary>
    public static readonly Progress None = new(0, 0, 0, 0);

    /// <summary>With these rows.</summary>
    public Progress And(IReadOnlyCollection<Settled> settled) => new(Rows + settled.Count,
        Recorded + settled.Count(s => s.Fate is Fate.Recorded), Unchanged + settled.Count(s => s.Fate is Fate.Unchanged), Refused + settled.Count(s => s.Fate is Fate.Refused));
}

/// <summary>What became of a row.</summary>
public sealed record Settled(Fate Fate, CsvRow Row, Fault? Fault = null)
{
    /// <summary>Refused.</summary>
    public static Settled Refused(CsvRow row, Fault fault) => new(Fate.Refused, row, fault);

    /// <summary>Carried out, with so many new events.</summary>
    public static Settled Done(CsvRow row, int events) => new(events > 0 ? Fate.Recorded : Fate.Unchanged, row);
}

/// <summary>What can become of a row.</summary>
public enum Fate
{
    /// <summary>It added something to the ledger.</summary>
    Recorded,

    /// <summary>It was in the ledger already.</summary>
    Unchanged,

    /// <summary>Nothing of it is in the ledger.</summary>
    Refused,
}
