using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Issuing;

/// <summary>Holders' keys and places in status lists for credentials about to be issued: fetched for many at once, or one by one as they are asked for.</summary>
public sealed class IssuingSupplies(PersonKeys keys, StatusPlaces places)
{
    private readonly Queue<StatusReference> free = [];
    private IReadOnlyDictionary<Guid, PersonKey>? held;

    /// <summary>Fetch the keys of these holders, and as many free places of an issuer, each once.</summary>
    public async Task Fetch(IReadOnlyCollection<Guid> holders, string issuer, int count, CancellationToken token)
    {
        held = await keys.Get(holders, token);
        foreach (var place in await places.Choose(issuer, count, token)) free.Enqueue(place);
    }

    /// <summary>The key of a holder; null for one who is unknown or erased.</summary>
    public async ValueTask<PersonKey?> Key(Guid holder, CancellationToken token) => held?.GetValueOrDefault(holder) ?? await keys.Get(holder, token);

    /// <summary>A place that is free now; should another credential take it first, the transaction fails and nothing is issued.</summary>
    public async ValueTask<StatusReference> Place(string issuer, CancellationToken token) => free.TryDequeue(out var place) ? place : (await places.Choose(issuer, 1, token))[0];
}
