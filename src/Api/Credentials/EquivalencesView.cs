using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Every recognised equivalence, in the order of recognition.</summary>
public sealed record EquivalencesView(IReadOnlyList<EquivalenceView> Equivalences)
{
    /// <summary>List the equivalences, withdrawn ones too.</summary>
    [WolverineGet("/api/equivalences"), SignedIn]
    public static async Task<IResult> Get(EventReader events, CancellationToken token)
    {
        var known = new OrderedDictionary<Guid, Equivalence>();
        await foreach (var e in events.Read(new() { Equivalences = true }, token))
            known[e.Stream] = (Equivalence)Aggregates.Next(known.GetValueOrDefault(e.Stream), e.Data)!;
        return Results.Ok(new EquivalencesView([.. known.Values.Select(EquivalenceView.Of)]));
    }
}
