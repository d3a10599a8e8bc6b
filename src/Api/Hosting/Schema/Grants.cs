using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using Npgsql;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>
/// What the role that serves may do in the database: append, read, keep read models, keys and messages. Whatever is not listed here
/// was taken away, from it and from everybody (docs/design/0009).
/// </summary>
internal static class Grants
{
    /// <summary>The schema of Wolverine's messages.</summary>
    public const string Messages = "messages";

    private const string ReadModel = "select, insert, update, delete, truncate";

    private static readonly string[] Schemas = [LedgerStore.Schema, KeyTables.Schema, DocumentTable.Schema, LogTables.Schema, Messages];

    // Privileges and what they are on; tables of read models are found by their names.
    private static readonly (string May, string On)[] List =
    [
        ("select, insert", "ledger.mt_events"),
        // The first to begin a stream, the second, which a trigger narrows further, for each later event.
        ("select, insert", "ledger.mt_streams"),
        ("update (version, timestamp)", "ledger.mt_streams"),
        ("usage, select", "sequence ledger.mt_events_sequence"),
        ("select, insert, update, delete", "ledger.mt_event_progression"),
        ("select, insert, update, delete", "ledger.mt_event_projection_floors"),
        ("select, insert", "ledger.mt_high_water_skips"),
        // An exclusive lock, which a replacement of the master key takes on the first four, needs one of update, delete, truncate.
        ("select, insert, delete", "keys.masters"),
        ("select, insert, update (wrapped, master), delete", "keys.persons"),
        ("select, insert, delete", "keys.national_ids"),
        ("select, insert, delete", "keys.award_numbers"),
        ("select, insert", "keys.retired_masters"),
        ("select, insert", "documents.credentials"),
        ("select, insert", "documents.pictures"),
        .. LogTables.Grants,
        ("select, insert, update, delete", $"all tables in schema {Messages}"),
        ("usage, select", $"all sequences in schema {Messages}"),
    ];

    private static readonly string[] Functions = ["mt_quick_append_events", "mt_mark_event_progression", "mt_mark_progression_with_skip"];

    // What is named by the database itself: the database, the tables of read models, and the signatures of functions.
    private static readonly string Named = $"""
        select format('revoke all on database %I from public', current_database())
        union all select format('grant connect on database %I to %I', current_database(), $1)
        union all select format('grant {ReadModel} on %I.%I to %I', schemaname, tablename, $1) from pg_tables where schemaname = '{LedgerStore.Schema}' and tablename like 'mt\_doc\_%'
        union all select format('grant execute on function %s to %I', oid::regprocedure, $1) from pg_proc where pronamespace = '{LedgerStore.Schema}'::regnamespace and proname = any($2)
        """;

    /// <summary>All of this as text, so that a change of it is seen as a change of the schema.</summary>
    public static string TextFor(string role) => string.Join('\n', [Listed(role), Named, .. Functions]);

    /// <summary>Give the role that serves what it needs, and take everything else away from it and from everybody.</summary>
    public static async Task Set(NpgsqlConnection owner, string role, CancellationToken token)
    {
        await using var listed = new NpgsqlCommand(Listed(role), owner) { CommandTimeout = 0 };
        await listed.ExecuteNonQueryAsync(token);
        await using var named = new NpgsqlCommand(Named, owner) { Parameters = { new() { Value = role }, new() { Value = Functions } } };
        var statements = new List<string>();
        await using (var rows = await named.ExecuteReaderAsync(token))
            while (await rows.ReadAsync(token)) statements.Add(rows.GetString(0));
        await using var grant = new NpgsqlCommand(string.Join(";\n", statements), owner) { CommandTimeout = 0 };
        await grant.ExecuteNonQueryAsync(token);
    }

    private static string Listed(string role)
    {
        var (to, schemas) = ($"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", string.Join(", ", Schemas));
        return $"""
            revoke all on schema public from public;
            revoke all on schema {schemas} from public, {to};
            revoke all on all tables in schema {schemas} from public, {to};
            revoke all on all sequences in schema {schemas} from public, {to};
            revoke all on all routines in schema {schemas} from public, {to};
            alter default privileges revoke all on routines from public;
            grant usage on schema {schemas} to {to};
            {string.Join('\n', List.Select(g => $"grant {g.May} on {g.On} to {to};"))}
            """;
    }
}
