using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>The indexes on the event table that reading without read models needs; Marten knows their names and leaves them alone.</summary>
public static class ReadingIndexes
{
    private const string ByPerson = "ledger_events_by_person", ByFramework = "ledger_framework_versions", ByWork = "ledger_works",
        BySubject = "ledger_events_by_subject", ByErasure = "ledger_erasures", BySupervisor = "ledger_posts_by_supervisor", BySigningKey = "ledger_signing_keys", ByEquivalence = "ledger_equivalences",
        ByScheme = "ledger_schemes", ByOrderingBody = "ledger_batches_by_body", ByCourse = "ledger_courses";

    // Written out as the index has it, so that the planner sees that the index answers it.
    internal const string IsFramework = "type = 'framework-version-imported'", IsWork = "type in ('work-registered', 'use-permitted', 'permit-revoked')";

    internal const string IsEquivalence = "type in ('equivalence-recognised', 'equivalence-withdrawn')";

    internal const string IsErasure = "type in ('erasure-requested', 'erasure-refused', 'erasure-granted')";

    internal const string IsSigningKey = "type in ('signing-key-registered', 'signing-key-rotated', 'signing-key-ceased', 'signing-key-compromised', 'signing-key-declared-fraudulent')";

    /// <summary>The first and the last event of a batch: one that has only one of them is open.</summary>
    public const string IsBatch = "type in ('batch-ordered', 'batch-finished', 'batch-withdrawn')";

    internal const string IsScheme = "type = 'scheme-established'", IsCourse = "type = 'course-defined'";

    /// <summary>The order of a batch.</summary>
    internal const string IsOrder = "type = 'batch-ordered'";

    internal const string IsReporting = "type = 'post-held' and data ->> 'supervisor' is not null";

    internal static readonly string IsAuthority = $"type in ({string.Join(", ", AuthorityTypes())})";

    // Another list of types is another index: Marten drops the one that it does not know.
    private static readonly string ByAuthority = $"ledger_authority_{Ids.Derive("index", IsAuthority).ToString("N")[..8]}", ByBatch = $"ledger_batches_{Ids.Derive("index", IsBatch).ToString("N")[..8]}";

    // On read models, which the daemon writes behind every append; each index names the version of its table.
    private static readonly ReadModel Awaited = ReadModel.Of<AwaitedCredential>(), Standings = ReadModel.Of<CredentialStanding>();

    private static readonly string ByWaiting = $"ledger_waiting_{Awaited.Version}", ByEnd = $"ledger_ending_{Standings.Version}", ByOpenCase = $"ledger_cases_{Standings.Version}";

    private static readonly string OfReadModels = $$"""
        create index if not exists {{ByWaiting}} on {{Awaited.Table}} ((data ->> 'body'), ((data ->> 'since')::bigint)) where (data ->> 'since')::bigint > 0;
        create index if not exists {{ByEnd}} on {{Standings.Table}} ((data -> 'document' ->> 'issuer'), (data ->> 'validUntil'), id) where data ->> 'revokedFrom' is null and data ->> 'replacedBy' is null;
        create index if not exists {{ByOpenCase}} on {{Standings.Table}} (((data #>> '{open,since}')::bigint)) where (data #>> '{open,since}')::bigint > 0;
        """;

    /// <summary>Names of those on a read model's table; Marten leaves them alone too.</summary>
    public static IReadOnlyList<string> OnRowsOf<T>() where T : class, IReadModel<T> =>
        typeof(T) == typeof(AwaitedCredential) ? [ByWaiting] : typeof(T) == typeof(CredentialStanding) ? [ByEnd, ByOpenCase] : [];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [ByPerson, ByFramework, ByWork, ByAuthority, BySubject, ByErasure, BySupervisor, BySigningKey, ByBatch, ByEquivalence, ByScheme, ByOrderingBody, ByCourse];

    /// <summary>The statements that make them. The last one tells the planner that streams grow in number with the events: what it counted on a young table it would take for all there ever are.</summary>
    // Only events about a person are in the first: equality with a person's id implies its condition.
    public static string Sql { get; } = $"""
        create index if not exists {ByPerson} on {LedgerStore.Schema}.mt_events ((data ->> 'person'), seq_id) where data ->> 'person' is not null;
        create index if not exists {ByFramework} on {LedgerStore.Schema}.mt_events (seq_id) where {IsFramework};
        create index if not exists {ByWork} on {LedgerStore.Schema}.mt_events (seq_id) where {IsWork};
        create index if not exists {ByAuthority} on {LedgerStore.Schema}.mt_events (seq_id) where {IsAuthority};
        create index if not exists {BySubject} on {LedgerStore.Schema}.mt_events ((data ->> 'subject'), seq_id) where data ->> 'subject' is not null;
        create index if not exists {ByErasure} on {LedgerStore.Schema}.mt_events (seq_id) where {IsErasure};
        create index if not exists {BySigningKey} on {LedgerStore.Schema}.mt_events (seq_id) where {IsSigningKey};
        create index if not exists {ByEquivalence} on {LedgerStore.Schema}.mt_events (seq_id) where {IsEquivalence};
        create index if not exists {ByBatch} on {LedgerStore.Schema}.mt_events (stream_id, seq_id) where {IsBatch};
        create index if not exists {ByCourse} on {LedgerStore.Schema}.mt_events (seq_id) where {IsCourse};
        create index if not exists {ByScheme} on {LedgerStore.Schema}.mt_events (seq_id) where {IsScheme};
        create index if not exists {ByOrderingBody} on {LedgerStore.Schema}.mt_events ((data ->> 'body'), seq_id) where {IsOrder};
        create index if not exists {BySupervisor} on {LedgerStore.Schema}.mt_events ((data ->> 'agency'), (data ->> 'supervisor')) where {IsReporting};
        {OfReadModels}
        alter table {LedgerStore.Schema}.mt_events alter column stream_id set (n_distinct = -0.5);
        """;

    /// <summary>Make those that are missing, after the event table was made.</summary>
    public static async Task Create(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand(Sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(token);
    }

    private static IEnumerable<string> AuthorityTypes() =>
        Aggregates.EventsOf(typeof(Agreement), typeof(Accreditation), typeof(Appointment)).Select(e => $"'{EventCatalogue.NameOf(e)}'").Order(StringComparer.Ordinal);
}
