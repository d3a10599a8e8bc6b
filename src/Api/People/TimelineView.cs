using CredentialLedger.Api.Http;
using CredentialLedger.Projections.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>Everything that was recorded about a person.</summary>
/// <param name="Person">The person.</param>
/// <param name="AsOf">As asked; a timeline has no dates to judge.</param>
/// <param name="KnownAt">The moment up to which recorded events count.</param>
/// <param name="Sequence">Place in the ledger of the last event that was taken into account; 0 before the first.</param>
/// <param name="Entries">One entry an event, in the order of recording.</param>
public sealed record TimelineView(Guid Person, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence, IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>Show a person's timeline.</summary>
    [WolverineGet("/api/people/{personId:guid}/timeline"), Personal("timeline")]
    public static Task<IResult> Get(Guid personId, string? asOf, string? knownAt, Viewer viewer, CancellationToken token) =>
        viewer.Personal<Timeline>(personId, new() { Person = personId }, Domain.People.Person.Missing, (asOf, knownAt), _ => personId,
            seen => new TimelineView(personId, seen.AsOf, seen.KnownAt, seen.Sequence, seen.Row?.Entries ?? []), token);
}
