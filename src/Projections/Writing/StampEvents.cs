using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Verifier.Log;
using JasperFx.Events;
using Marten;

namespace CredentialLedger.Projections.Writing;

/// <summary>
/// The last step before events are stored, whoever appends them: refuses an event without an actor and a command, and gives every
/// other one its salt, its payload commitment and the MAC of the application.
/// </summary>
public sealed class StampEvents(ApplicationMac mac, LogStanding standing) : DocumentSessionListenerBase
{
    /// <inheritdoc/>
    /// <exception cref="LedgerClosedException">The database is older than its log.</exception>
    /// <exception cref="UnstampedEventException">An event has no actor or no command, or starts a stream around <see cref="UnitOfWork"/>.</exception>
    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        if (session.PendingChanges.Streams().Any()) standing.Require();
        foreach (var stream in session.PendingChanges.Streams())
        {
            // A stream start would carry the application's clock, an append carries the database's: there is one clock.
            if (stream.ActionType is not StreamActionType.Append || stream.ExpectedVersionOnServer is null)
                throw new UnstampedEventException(stream.Id, "was not appended at a known version");
            foreach (var e in stream.Events) Stamp(e, session.DocumentStore.Options.Serializer());
        }
        return Task.CompletedTask;
    }

    private void Stamp(IEvent e, ISerializer serializer)
    {
        if (e.Data is not LedgerEvent data || !EventCatalogue.Has(data)) throw new UnstampedEventException(e.StreamId, "is not in the catalogue of events");
        if (e.Headers?.GetValueOrDefault(EventHeaders.Actor) is not Actor actor) throw new UnstampedEventException(e.StreamId, "has no actor");
        if (e.Headers.GetValueOrDefault(EventHeaders.Command) is not Guid) throw new UnstampedEventException(e.StreamId, "has no command id");

        var salt = RandomNumberGenerator.GetBytes(Commitment.SaltLength);
        var payload = CanonicalJson.Of(Encoding.UTF8.GetBytes(serializer.ToJson(data)));
        var commitment = Commitment.ToPayload(salt, payload);
        var signed = mac.Of(e.Id, e.StreamId, EventCatalogue.NameOf(data), JsonSerializer.SerializeToElement(actor, LedgerJson.Options), commitment);
        e.SetHeader(EventHeaders.Format, EventHeaders.CurrentFormat);
        e.SetHeader(EventHeaders.Salt, Convert.ToBase64String(salt));
        e.SetHeader(EventHeaders.Commitment, Convert.ToBase64String(commitment));
        e.SetHeader(EventHeaders.Mac, Convert.ToBase64String(signed));
    }
}

/// <summary>Somebody tried to append an event around the ledger's one way of writing. A bug, never the caller's fault.</summary>
public sealed class UnstampedEventException(Guid stream, string why) : Exception($"An event of stream {stream} {why}: it is refused.");
