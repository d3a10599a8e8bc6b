using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using JasperFx.Events;
using Marten.Events.Projections;

namespace CredentialLedger.Projections;

/// <summary>Runs a read model's own Fold under Marten's projection daemon.</summary>
public sealed class ReadModelProjection<T> : MultiStreamProjection<T, Guid> where T : class, IReadModel<T>
{
    /// <summary>Routes each event to the row that the read model names.</summary>
    public ReadModelProjection()
    {
        Name = typeof(T).Name;
        Version = (uint)T.Version;
        CustomGrouping((_, events, grouping) =>
        {
            foreach (var e in events)
            {
                if (e.Data is LedgerEvent data && T.RowOf(data) is { } row) grouping.AddEvent(row, e);
            }
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public override T? Evolve(T? snapshot, Guid id, IEvent e) => T.Fold(snapshot, e.ToRecorded());
}
