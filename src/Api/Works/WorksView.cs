using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>Every registered work, logo and mark, in the order of registration.</summary>
public sealed record WorksView(IReadOnlyList<WorkView> Works)
{
    /// <summary>List them.</summary>
    [WolverineGet("/api/works"), SignedIn]
    public static async Task<IResult> Get(EventReader events, CancellationToken token) => Results.Ok(new WorksView([.. (await All(events, token)).Select(WorkView.Of)]));

    internal static async Task<IEnumerable<Work>> All(EventReader events, CancellationToken token)
    {
        var works = new OrderedDictionary<Guid, Work>();
        await foreach (var e in events.Read(new() { Works = true }, token))
            works[e.Stream] = (Work)Aggregates.Next(works.GetValueOrDefault(e.Stream), e.Data)!;
        return works.Values;
    }
}
