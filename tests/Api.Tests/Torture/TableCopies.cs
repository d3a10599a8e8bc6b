using CredentialLedger.Api.Tests.Log;
using CredentialLedger.Projections;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Copies of every table that a test changes, in the same database, to say whether one differs and to put every row back.</summary>
internal sealed class TableCopies(LogLedger ledger)
{
    private static readonly string[] Tables =
    [
        "ledger.mt_events", "ledger.mt_streams", "log.leaves", "log.heads", "log.checkpoints", .. LedgerStore.ReadModels.Select(m => m.Table),
    ];

    /// <summary>Keep the rows as they are.</summary>
    public Task KeepAsync() => ledger.TamperAsync($"create schema kept; {string.Join("; ", Tables.Select(t => $"create table {Kept(t)} as table {t}"))}");

    /// <summary>Whether any row is another than the kept one.</summary>
    public Task<bool> DifferAsync() => SayAsync($"select {string.Join(" or ", Tables.Select(t => $"exists ((select md5(t::text) from {t} t) except (select md5(k::text) from {Kept(t)} k)) or (select count(*) from {t}) <> (select count(*) from {Kept(t)})"))}");

    /// <summary>Put them back.</summary>
    public async Task RestoreAsync()
    {
        await ledger.TamperAsync(string.Join("; ", Tables.Select(t => $"""
            delete from {t} t where not exists (select from {Kept(t)} k where md5(k::text) = md5(t::text));
            insert into {t} select k.* from {Kept(t)} k where not exists (select from {t} t where md5(t::text) = md5(k::text))
            """)));
        (await DifferAsync()).ShouldBeFalse("every row is back");
    }

    private async Task<bool> SayAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(ledger.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static string Kept(string table) => $"kept.{table.Replace('.', '_')}";
}
