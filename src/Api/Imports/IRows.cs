using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports;

/// <summary>A row understood as what it asks for.</summary>
public interface IRow
{
    /// <summary>The row as the file has it.</summary>
    CsvRow Source { get; }
}

/// <summary>
/// One kind of file of many independent rows. An object of it carries one batch in one transaction: it reads everything that the
/// batch's decisions need in few round trips, then calls the same deciders as the single verbs, row by row.
/// </summary>
public interface IRows<TSelf, TRow> where TSelf : IRows<TSelf, TRow> where TRow : class, IRow
{
    /// <summary>The columns.</summary>
    static abstract ColumnSet Columns { get; }

    /// <summary>Understand a row, or say what is wrong with it by itself.</summary>
    static abstract (TRow? Row, Fault? Fault) Read(CsvRow row);

    /// <summary>Read what the decisions on these rows need.</summary>
    Task Load(IReadOnlyCollection<TRow> rows, CancellationToken token);

    /// <summary>Decide on a row and append what follows.</summary>
    Task<Settled> Decide(TRow row, Batch batch, CancellationToken token);
}

/// <summary>Under which circumstances a batch is decided.</summary>
/// <param name="By">Who imports.</param>
/// <param name="Today">Today in Thailand.</param>
public sealed record Batch(Actor By, DateOnly Today);
