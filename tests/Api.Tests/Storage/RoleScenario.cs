using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Storage;
using Npgsql;
using Snapshooter.Xunit;

namespace CredentialLedger.Api.Tests.Storage;

/// <summary>What the database refuses to the role that serves, and what it refuses even to the role that owns everything (docs/design/0009).</summary>
public sealed class RoleScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    /// <summary>Statements that would rewrite what was recorded: no role's privilege and no right to the table helps.</summary>
    public static TheoryData<string> Rewriting =>
    [
        "update ledger.mt_events set data = '{}'",
        "update ledger.mt_events set timestamp = now() where seq_id = 1",
        "update ledger.mt_events set is_archived = true where false",
        "delete from ledger.mt_events",
        "delete from ledger.mt_events where seq_id = 1",
        "truncate ledger.mt_events",
        "truncate ledger.mt_events, ledger.mt_streams",
        "insert into ledger.mt_events select * from ledger.mt_events limit 1 on conflict (seq_id) do update set data = '{}'",
        "merge into ledger.mt_events e using (select 1 as n) o on e.seq_id = o.n when matched then delete",
        "with gone as (delete from ledger.mt_events returning 1) select * from gone",
        "delete from ledger.mt_streams",
        "delete from ledger.mt_streams where id = 'a0000000-0000-4000-8000-000000000001'",
        "truncate ledger.mt_streams cascade",
        "update ledger.mt_streams set version = version",
        "update ledger.mt_streams set version = version - 1",
        "update ledger.mt_streams set version = null",
        "update ledger.mt_streams set timestamp = now()",
        "update ledger.mt_streams set version = version + 1, created = now()",
        "update ledger.mt_streams set version = version + 1, is_archived = true",
        "update ledger.mt_streams set version = version + 1, id = gen_random_uuid()",
        "update ledger.mt_streams set version = version + 1, type = 'x'",
        "update ledger.mt_streams set version = version + 1, tenant_id = 'x'",
        "select ledger.mt_archive_stream('a0000000-0000-4000-8000-000000000001')",
    ];

    /// <summary>What else an application that was broken into would try.</summary>
    public static TheoryData<string> Escaping =>
    [
        "alter table ledger.mt_events disable trigger all",
        "alter table ledger.mt_events disable trigger ledger_events_stay",
        "drop trigger ledger_events_stay on ledger.mt_events",
        "create or replace function ledger.ledger_refuse_rewrite() returns trigger language plpgsql as 'begin return null; end'",
        "alter function ledger.ledger_refuse_rewrite() rename to gone",
        "create rule r as on insert to ledger.mt_events do instead nothing",
        "create trigger t before insert on ledger.mt_events for each row execute function ledger.ledger_refuse_rewrite()",
        "alter table ledger.mt_events add column x int",
        "alter table ledger.mt_events owner to current_user",
        "drop table ledger.mt_events cascade",
        "drop schema ledger cascade",
        "create table ledger.x (y int)",
        "create table public.x (y int)",
        "create temp table x (y int)",
        "create schema x",
        "create function public.x() returns int language sql return 1",
        "create role x",
        "create database x",
        "alter role ledger_app superuser",
        "alter role ledger_owner password 'x'",
        "grant ledger_owner to ledger_app",
        "set role ledger_owner",
        "set session authorization ledger_owner",
        "set session_replication_role = replica",
        "alter system set fsync = off",
        "alter database postgres set search_path = x",
        "copy ledger.mt_events to program 'cat'",
        "copy keys.retired_masters from program 'true'",
        "copy ledger.mt_events to '/tmp/x'",
        "select pg_read_file('/etc/passwd')",
        "select pg_ls_dir('.')",
        "select lo_import('/etc/passwd')",
        "select rolpassword from pg_authid",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_owner' union all select pg_reload_conf()",
        "select setval('ledger.mt_events_sequence', 1)",
        "alter sequence ledger.mt_events_sequence restart",
        "comment on schema ledger is 'x'",
        "do $$ begin lock table ledger.mt_events in access exclusive mode; end $$",
        "update keys.masters set since = now()",
        "update keys.persons set person = gen_random_uuid()",
        "delete from keys.retired_masters",
        "update keys.national_ids set person = gen_random_uuid()",
        "truncate keys.persons",
        "update documents.credentials set ciphertext = ''",
        "delete from documents.credentials",
        "truncate documents.credentials",
        "update documents.pictures set file = ''",
        "delete from documents.pictures",
        "truncate messages.wolverine_incoming_envelopes",
        "delete from ledger.mt_high_water_skips",
    ];

    private async Task<PostgresException> Refused(string connectionString, string sql)
    {
        var before = await demo.Host.EventsAsync();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        (await demo.Host.EventsAsync()).ShouldBe(before);
        return refusal;
    }

    private Task<string> Owner() => LedgerCluster.AsAsync(demo.Host.ConnectionString, Roles.Owner);

    [Theory, MemberData(nameof(Rewriting)), MemberData(nameof(Escaping))]
    public async Task The_role_that_serves_may_not(string sql) =>
        (await Refused(demo.Host.ConnectionString, sql)).SqlState.ShouldBeOneOf(PostgresErrorCodes.InsufficientPrivilege, AppendOnly.SqlState);

    [Theory, MemberData(nameof(Rewriting))]
    public async Task Not_even_the_owner_rewrites(string sql) => (await Refused(await Owner(), sql)).SqlState.ShouldBe(AppendOnly.SqlState);

    [Theory, MemberData(nameof(Rewriting))]
    public async Task Not_even_a_superuser_rewrites_while_the_guard_is_awake(string sql) =>
        (await Refused(demo.Host.SuperuserConnectionString, sql)).SqlState.ShouldBe(AppendOnly.SqlState);

    [Fact]
    public async Task The_roles_may_do_what_is_listed_and_no_more()
    {
        await using var database = NpgsqlDataSource.Create(demo.Host.SuperuserConnectionString);
        await using var command = database.CreateCommand("""
            with held(what, acl) as (
                select 'database', datacl from pg_database where datname = current_database()
                union all select 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
                union all select nspname || '.' || relname, coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner))
                    from pg_class c join pg_namespace n on n.oid = relnamespace where nspname !~ '^pg_' and nspname <> 'information_schema' and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                union all select nspname || '.' || relname || ' (' || attname || ')', attacl from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
                    where attacl is not null and nspname !~ '^pg_' and nspname <> 'information_schema'
                union all select nspname || '.' || proname || '()', coalesce(proacl, acldefault('f', proowner)) from pg_proc p join pg_namespace n on n.oid = pronamespace
                    where nspname !~ '^pg_' and nspname <> 'information_schema')
            select coalesce(r.rolname, 'everybody') || ': ' || what || ': ' || string_agg(lower(privilege_type) || case when is_grantable then ' with grant option' else '' end, ', ' order by privilege_type)
            from held, aclexplode(acl) left join pg_roles r on r.oid = grantee where grantee not in (select oid from pg_roles where rolname in ('ledger_owner', 'pg_database_owner'))
            group by r.rolname, what
            union all select rolname || ': ' || concat_ws(', ', case when rolsuper then 'superuser' end, case when rolcreatedb then 'createdb' end, case when rolcreaterole then 'createrole' end,
                case when rolreplication then 'replication' end, case when rolbypassrls then 'bypassrls' end, (select 'member of ' || string_agg(roleid::regrole::text, ', ') from pg_auth_members where member = oid))
                from pg_roles where rolname in ('ledger_app', 'ledger_owner')
            order by 1
            """);
        var held = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync()) held.Add(rows.GetString(0));
        Snapshot.Match(string.Join('\n', held.Order(StringComparer.Ordinal)) + "\n");
    }
}
