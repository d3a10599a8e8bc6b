using System.Text.Json;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Projections.Audit;

/// <summary>The rows of one read model, folded afresh from events.</summary>
/// <param name="model">The read model.</param>
/// <param name="upTo">The last sequence to fold; later events are left out.</param>
public abstract class RowFold(ReadModel model, long upTo)
{
    /// <summary>The read model.</summary>
    public ReadModel Model => model;

    /// <summary>The last sequence to fold.</summary>
    public long UpTo => upTo;

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>Keys of the rows.</summary>
    public abstract IEnumerable<Guid> Ids { get; }

    /// <summary>Fold one event in.</summary>
    /// <exception cref="Domain.Kernel.ImpossibleEventException">The event cannot follow those before it.</exception>
    public abstract void Apply(Recorded e);

    /// <summary>Take a row out, as the JSON that is stored of it; null when there is none.</summary>
    public abstract JsonElement? Take(Guid id);
}

/// <inheritdoc/>
public sealed class RowFold<T>(ReadModel model, long upTo) : RowFold(model, upTo) where T : class, IReadModel<T>
{
    private readonly Dictionary<Guid, T> rows = [];

    /// <inheritdoc/>
    public override int Count => rows.Count;

    /// <inheritdoc/>
    public override IEnumerable<Guid> Ids => rows.Keys;

    /// <inheritdoc/>
    public override void Apply(Recorded e)
    {
        if (e.Sequence <= UpTo && T.RowOf(e.Data) is { } id) rows[id] = T.Fold(rows.GetValueOrDefault(id), e);
    }

    /// <inheritdoc/>
    public override JsonElement? Take(Guid id) =>
        rows.Remove(id, out var row) ? JsonSerializer.SerializeToElement(row, LedgerJson.Options) : null;
}
