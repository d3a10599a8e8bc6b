using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections;

/// <summary>An event as it was stored, with what the store knows of it.</summary>
/// <param name="Data">The fact.</param>
/// <param name="Sequence">Its place in the whole ledger; rising, with gaps.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="At">When the database recorded it.</param>
/// <param name="By">Who acted.</param>
public sealed record Recorded(LedgerEvent Data, long Sequence, Guid Stream, long Version, DateTimeOffset At, Actor By);

/// <summary>A view derived from events and from nothing else (design rule 12): a rebuild gives the same rows.</summary>
public interface IReadModel<TSelf> where TSelf : class, IReadModel<TSelf>
{
    /// <summary>The row's key.</summary>
    Guid Id { get; }

    /// <summary>Place in the ledger of the last event that went into the row.</summary>
    long Sequence { get; }

    /// <summary>Number of what the rows hold and how they are folded, from 1; raised with every change. Each has a table and a progress of its own, so that rows of before are never taken for rows of now.</summary>
    static abstract int Version { get; }

    /// <summary>Which row an event belongs to; null for none.</summary>
    static abstract Guid? RowOf(LedgerEvent e);

    /// <summary>The row after an event; <paramref name="row"/> is null before the first.</summary>
    static abstract TSelf Fold(TSelf? row, Recorded e);
}
