using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Reading;
using JasperFx.Events.Projections;
using Marten;

namespace CredentialLedger.Projections;

/// <summary>One kind of read model, and where Marten keeps it.</summary>
public abstract class ReadModel
{
    /// <summary>The kind whose rows are <typeparamref name="T"/>.</summary>
    public static ReadModel Of<T>() where T : class, IReadModel<T> => new Kind<T>();

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What a row of it is.</summary>
    public abstract Type RowType { get; }

    /// <summary>Its version, from 1.</summary>
    public abstract int Version { get; }

    /// <summary>The table of its rows, with its schema; columns <c>id</c> and <c>data</c>.</summary>
    public string Table => TableOf(Version);

    /// <summary>The row of <c>mt_event_progression</c> that tells how far it has come.</summary>
    public string Progression => ProgressionOf(Version);

    /// <summary>Table and row of progress of each earlier version: what an older release kept.</summary>
    public IEnumerable<(string Table, string Progression)> Former => Enumerable.Range(1, Version - 1).Select(v => (TableOf(v), ProgressionOf(v)));

    /// <summary>Have Marten's daemon keep it up to date.</summary>
    public abstract void Register(StoreOptions options);

    /// <summary>Rows of it to be folded afresh, none yet.</summary>
    /// <param name="upTo">The last sequence to fold.</param>
    public abstract RowFold NewFold(long upTo);

    // As Marten names them.
    private string TableOf(int version) => $"{LedgerStore.Schema}.mt_doc_{Name.ToLowerInvariant()}{(version == 1 ? "" : $"_{version}")}";

    private string ProgressionOf(int version) => version == 1 ? $"{Name}:All" : $"{Name}:V{version}:All";

    private sealed class Kind<T> : ReadModel where T : class, IReadModel<T>
    {
        public override string Name => typeof(T).Name;

        public override Type RowType => typeof(T);

        public override int Version => T.Version;

        public override void Register(StoreOptions options)
        {
            options.Projections.Add(new ReadModelProjection<T>(), ProjectionLifecycle.Async);
            foreach (var index in ReadingIndexes.OnRowsOf<T>()) options.Schema.For<T>().IgnoreIndex(index);
        }

        public override RowFold NewFold(long upTo) => new RowFold<T>(this, upTo);
    }
}
