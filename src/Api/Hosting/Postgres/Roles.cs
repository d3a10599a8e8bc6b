using Npgsql;

namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>The two roles of a private cluster beside its superuser: one owns the schema and migrates it, the other serves and can do neither.</summary>
public static class Roles
{
    /// <summary>Owns the database and everything in it.</summary>
    public const string Owner = "ledger_owner";

    /// <summary>Serves; a migration says what it may do.</summary>
    public const string App = "ledger_app";

    /// <summary>Make both roles, or set those that are there as they should be.</summary>
    /// <param name="superuser">How the superuser reaches the maintenance database.</param>
    /// <param name="password">A role's password: letters and digits.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task MakeAsync(string superuser, Func<string, string> password, CancellationToken cancel)
    {
        foreach (var role in (string[])[Owner, App])
        {
            await RunAsync(superuser, $"""
                do $$ begin if not exists (select from pg_roles where rolname = '{role}') then create role {role}; end if; end $$;
                alter role {role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '{password(role)}'
                """, cancel);
        }
        await RunAsync(superuser, "revoke all on database postgres, template1 from public", cancel);
    }

    /// <summary>Give a database and what the superuser made in it before there were these roles to its owner, and close it to everybody else.</summary>
    /// <param name="superuser">How the superuser reaches that database.</param>
    /// <param name="cancel">Ends it.</param>
    public static Task HandOverAsync(string superuser, CancellationToken cancel) => RunAsync(superuser, $"""
        do $$ declare change text; begin
            execute format('alter database %I owner to {Owner}', current_database());
            execute format('revoke all on database %I from public', current_database());
            execute format('grant connect on database %I to {App}', current_database());
            for change in
                select format('alter schema %I owner to {Owner}', nspname) from pg_namespace
                    where nspname in ('ledger', 'keys', 'documents', 'log', 'messages') and nspowner = current_user::regrole
                union all select format('alter table %s owner to {Owner}', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = relnamespace
                    where nspname in ('ledger', 'keys', 'documents', 'log', 'messages') and relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'S')
                        and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i'))
                union all select format('alter function %s owner to {Owner}', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = pronamespace
                    where nspname in ('ledger', 'keys', 'documents', 'log', 'messages') and proowner = current_user::regrole
            loop execute change; end loop;
        end $$
        """, cancel);

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
