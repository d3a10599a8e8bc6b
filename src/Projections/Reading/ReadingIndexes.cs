using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>The indexes on the event table that reading without read models needs; Marten knows their names and leaves them alone.</summary>
public static class ReadingIndexes
{
    private const string ByPerson = "ledger_events_by_person", ByFramework = "ledger_framework_versions", ByWork = "ledger_works";

    // Written out as the index has it, so that the planner sees that the index answers it.
    internal const string IsFramework = "type = 'framework-version-imported'", IsWork = "type in ('work-registered', 'use-permitted', 'permit-revoked')";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [ByPerson, ByFramework, ByWork];

    /// <summary>Make those that are missing, after the event table was made.</summary>
    public static async Task Create(NpgsqlDataSource database, CancellationToken token)
    {
        // Only events about a person are in the first: equality with a person's id implies its condition.
        await using var command = database.CreateCommand($"""
            create index if not exists {ByPerson} on {LedgerStore.Schema}.mt_events ((data ->> 'person'), seq_id) where data ->> 'person' is not null;
            create index if not exists {ByFramework} on {LedgerStore.Schema}.mt_events (seq_id) where {IsFramework};
            create index if not exists {ByWork} on {LedgerStore.Schema}.mt_events (seq_id) where {IsWork};
            """);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(token);
    }
}
