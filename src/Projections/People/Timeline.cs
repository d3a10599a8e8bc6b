using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Projections.People;

/// <summary>Everything that was recorded about one person, in the order of recording (row R-TRACK).</summary>
/// <param name="Id">The person.</param>
/// <param name="Sequence">Place in the ledger of the last entry.</param>
/// <param name="Entries">One entry an event.</param>
public sealed record Timeline(Guid Id, long Sequence, ValueList<TimelineEntry> Entries) : IReadModel<Timeline>
{
    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static Guid? RowOf(LedgerEvent e) => (e as IAbout)?.Person;

    /// <inheritdoc/>
    public static Timeline Fold(Timeline? row, Recorded e) => new(((IAbout)e.Data).Person, e.Sequence,
        [.. row?.Entries ?? [], new TimelineEntry(e.Sequence, e.At, EventCatalogue.NameOf(e.Data), e.Stream, e.By.Organisation, e.By.Duty)]);
}

/// <summary>One event in a person's timeline.</summary>
/// <param name="Sequence">Place in the ledger.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Type">Stored name of the event type.</param>
/// <param name="Stream">The stream to read for more: a result, a credential, the person.</param>
/// <param name="Organisation">On whose behalf it was recorded.</param>
/// <param name="Duty">Under which duty.</param>
public sealed record TimelineEntry(long Sequence, DateTimeOffset Recorded, string Type, Guid Stream, string Organisation, string Duty);
