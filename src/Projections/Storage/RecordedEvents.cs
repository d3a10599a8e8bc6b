using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;
using JasperFx.Events;

namespace CredentialLedger.Projections.Storage;

/// <summary>Reads what Marten gives as the ledger's own record of an event.</summary>
public static class RecordedEvents
{
    /// <summary>The event with its actor.</summary>
    public static Recorded ToRecorded(this IEvent e) =>
        new((LedgerEvent)e.Data, e.Sequence, e.StreamId, e.Version, e.Timestamp, ActorOf(e.GetHeader(EventHeaders.Actor)));

    private static Actor ActorOf(object? header) => header switch
    {
        Actor actor => actor,
        JsonElement json => json.Deserialize<Actor>(LedgerJson.Options)!,
        _ => JsonSerializer.SerializeToElement(header, LedgerJson.Options).Deserialize<Actor>(LedgerJson.Options)!,
    };
}
