using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>
/// The tables of the verifiable log: which entry is whose event's, and how far the tree has grown. They hold nothing that events and entry bundles
/// do not give again; whoever rewrites them is found by the audit. Marten does not know them.
/// </summary>
public static class LogTables
{
    /// <summary>Their schema.</summary>
    public const string Schema = "log";

    /// <summary>The statements that make them where they are missing.</summary>
    // A ledger that was restored behind its witnesses begins another log: the highest number is the one that grows.
    // settled, seen, horizon: see Sequencer. subtrees: 32 bytes each, largest first.
    public static string Sql { get; } = $"""
        create schema if not exists {Schema};
        create table if not exists {Schema}.heads (
            log int primary key, origin text not null unique, predecessor text, size bigint not null default 0, subtrees bytea not null default '',
            settled bigint not null default 0, seen bigint not null default 0, horizon xid8);
        create table if not exists {Schema}.leaves (
            log int not null, index bigint not null, event uuid not null, sequence bigint not null, entry bytea not null,
            primary key (log, index), unique (log, event));
        create table if not exists {Schema}.checkpoints (
            log int not null, size bigint not null, note text not null, primary key (log, size));
        """;

    /// <summary>What the role that serves may do with them: no leaf and no checkpoint is ever changed.</summary>
    public static IReadOnlyList<(string May, string On)> Grants { get; } =
    [
        ("select, insert, update (size, subtrees, settled, seen, horizon)", $"{Schema}.heads"),
        ("select, insert", $"{Schema}.leaves"),
        ("select, insert", $"{Schema}.checkpoints"),
    ];

    /// <summary>Make those that are missing.</summary>
    public static async Task Create(NpgsqlConnection owner, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Sql, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}
