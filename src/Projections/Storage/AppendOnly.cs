using Npgsql;

namespace CredentialLedger.Projections.Storage;

/// <summary>
/// The triggers by which the database itself refuses to rewrite what was recorded, whoever asks: events are only inserted, and a stream's
/// row only learns its new version. Marten does not know them, and its migrations leave them alone. Two others keep out what Marten writes of an append that failed:
/// events of type <c>tombstone</c>, in a stream of version 0, in the places of those that were rolled back. They are no record of anything, and would be logged and
/// reported as rows that the ledger did not write; whoever reads in order passes over a gap.
/// </summary>
public static class AppendOnly
{
    /// <summary>The SQLSTATE of a refusal.</summary>
    public const string SqlState = "LG001";

    private const string Events = "ledger_events_stay", Streams = "ledger_streams_stay", Rising = "ledger_streams_rise", NoFiller = "ledger_events_no_filler", NoFillerStream = "ledger_streams_no_filler";

    /// <summary>Names of the triggers.</summary>
    public static IReadOnlyList<string> Names { get; } = [Events, Streams, Rising, NoFiller, NoFillerStream];

    /// <summary>The statements that make them, or make them again as they should be.</summary>
    // A statement trigger fires for a statement that meets no row, too, and for the DELETE by which a foreign key cascades.
    // The row is compared whole, so that a column that a later Marten adds is guarded as well.
    public static string Sql { get; } = $"""
        create or replace function {LedgerStore.Schema}.ledger_refuse_rewrite() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
            raise exception '% of %.% is refused: what is recorded stays', tg_op, tg_table_schema, tg_table_name using errcode = '{SqlState}';
        end $$;
        create or replace function {LedgerStore.Schema}.ledger_only_rise() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
            if new.version > old.version then
                old.version := new.version;
                old.timestamp := new.timestamp;
                if old is not distinct from new then return new; end if;
            end if;
            raise exception '% of %.% is refused: a stream only rises', tg_op, tg_table_schema, tg_table_name using errcode = '{SqlState}';
        end $$;
        create or replace function {LedgerStore.Schema}.ledger_no_filler() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
            return null;
        end $$;
        create or replace trigger {NoFiller} before insert on {LedgerStore.Schema}.mt_events
            for each row when (new.type = 'tombstone') execute function {LedgerStore.Schema}.ledger_no_filler();
        create or replace trigger {NoFillerStream} before insert on {LedgerStore.Schema}.mt_streams
            for each row when (new.version = 0) execute function {LedgerStore.Schema}.ledger_no_filler();
        create or replace trigger {Events} before update or delete or truncate on {LedgerStore.Schema}.mt_events
            for each statement execute function {LedgerStore.Schema}.ledger_refuse_rewrite();
        create or replace trigger {Streams} before delete or truncate on {LedgerStore.Schema}.mt_streams
            for each statement execute function {LedgerStore.Schema}.ledger_refuse_rewrite();
        create or replace trigger {Rising} before update on {LedgerStore.Schema}.mt_streams
            for each row execute function {LedgerStore.Schema}.ledger_only_rise();
        alter table {LedgerStore.Schema}.mt_events enable trigger {Events}, enable trigger {NoFiller};
        alter table {LedgerStore.Schema}.mt_streams enable trigger {Streams}, enable trigger {Rising}, enable trigger {NoFillerStream};
        """;

    /// <summary>Make the triggers.</summary>
    public static async Task Ensure(NpgsqlConnection owner, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Sql, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}
