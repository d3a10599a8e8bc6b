using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using Marten;
using Npgsql;
using Weasel.Core.Migrations;
using Wolverine.Persistence.Durability;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>What the role that serves finds: which schema the database has, whether it guards itself, and what that role could do to it.</summary>
/// <param name="Fingerprint">What the last migration left; null when there was none.</param>
/// <param name="Guarded">Whether every trigger of <see cref="AppendOnly"/> is there and awake.</param>
/// <param name="TooMighty">Whether this role could rewrite what was recorded, or take the guard away.</param>
internal sealed record SchemaState(string? Fingerprint, bool Guarded, bool TooMighty)
{
    /// <summary>Ask the database.</summary>
    public static async Task<SchemaState> Of(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand($"""
            with guarded as (select c.oid, relname, relowner, relnamespace from pg_class c join pg_namespace n on n.oid = relnamespace
                where nspname = '{LedgerStore.Schema}' and relname in ('mt_events', 'mt_streams') and relkind = 'r')
            select (select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = '{LedgerStore.Schema}'),
                   (select count(*) from pg_trigger where tgrelid in (select oid from guarded) and tgname = any($1) and tgenabled in ('O', 'A')) = cardinality($1),
                   (select rolsuper or rolreplication or rolcreaterole or pg_has_role(datdba, 'member') from pg_roles, pg_database where rolname = current_user and datname = current_database())
                        or pg_has_role('pg_execute_server_program', 'member') or pg_has_role('pg_write_server_files', 'member') or has_parameter_privilege('session_replication_role', 'set')
                        or exists (select from guarded where pg_has_role(relowner, 'member') or has_table_privilege(oid, 'delete, truncate, trigger')
                            or relname = 'mt_events' and has_any_column_privilege(oid, 'update'))
            """);
        command.Parameters.Add(new() { Value = AppendOnly.Names.ToArray() });
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new(row.IsDBNull(0) ? null : row.GetString(0), row.GetBoolean(1), row.GetBoolean(2));
    }

    /// <summary>What this program's migration leaves: a hash over every statement of it.</summary>
    /// <param name="services">The store and the messages' store.</param>
    /// <param name="role">The role that serves.</param>
    public static string Expected(IServiceProvider services, string role)
    {
        var marten = services.GetRequiredService<IDocumentStore>().Storage.ToDatabaseScript();
        var messages = ((IDatabase)services.GetRequiredService<IMessageStore>()).ToDatabaseScript();
        var all = string.Join('\n', marten, messages, ReadingIndexes.Sql, LogTables.Sql, AppendOnly.Sql, Grants.TextFor(role));
        return "schema " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
