using CredentialLedger.Api.Http;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>Who was shown a person's record, and which exports of it were made.</summary>
/// <param name="Person">The person.</param>
/// <param name="Entries">In the order of recording, up to 500.</param>
/// <param name="Next">Ask with <c>after</c> for more; null at the end.</param>
public sealed record AccessesView(Guid Person, IReadOnlyList<AccessesView.Entry> Entries, long? Next)
{
    private const int Most = 500;

    /// <summary>One access.</summary>
    /// <param name="Sequence">Place in the ledger.</param>
    /// <param name="Recorded">When.</param>
    /// <param name="Type">Stored name of the event.</param>
    /// <param name="By">Who: their id, never their name; of a look by a share link the holder, who made the link.</param>
    /// <param name="Organisation">For which organisation.</param>
    /// <param name="Duty">Under which duty.</param>
    /// <param name="Authority">What entitled them.</param>
    /// <param name="View">What was shown; the format of an export.</param>
    /// <param name="Resource">The stream that was asked for, or the export.</param>
    public sealed record Entry(long Sequence, DateTimeOffset Recorded, string Type, Guid By, string Organisation, string Duty, string Authority, string View, Guid Resource)
    {
        /// <summary>What an event about a subject says; null for another event.</summary>
        public static Entry? Of(Recorded e) => e.Data switch
        {
            RecordOpened o => Of(e, o.View, o.Resource),
            ExportMade x => Of(e, x.Format is ExportFormat.Json ? "json" : "html", x.Export),
            ShareLinkOpened l => Of(e, "share-link", l.Link),
            EvidenceExported v => Of(e, "evidence", v.Export),
            _ => null,
        };

        private static Entry Of(Recorded e, string view, Guid resource) =>
            new(e.Sequence, e.At, EventCatalogue.NameOf(e.Data), e.By.Person, e.By.Organisation, e.By.Duty, e.By.Authority, view, resource);
    }

    /// <summary>Show who looked.</summary>
    [WolverineGet("/api/people/{personId:guid}/accesses"), Personal("accesses")]
    public static Task<IResult> Get(Guid personId, long? after, Viewer viewer, EventReader events, CancellationToken token) =>
        viewer.Personal<Person>(personId, Domain.People.Person.Missing, p => p.Id, async _ =>
        {
            var entries = new List<Entry>();
            await foreach (var e in events.Read(new() { Subject = personId, After = after, First = Most }, token))
                if (Entry.Of(e) is { } entry) entries.Add(entry);
            return (object)new AccessesView(personId, entries, entries.Count == Most ? entries[^1].Sequence : null);
        }, token);
}
