using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>A lock that a test holds, so that a command stops where it needs the same and others overtake it: an order of steps that is no accident.</summary>
internal sealed class Obstacle : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private Obstacle(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <summary>Stop whoever stores a document, which is who issues.</summary>
    public static Task<Obstacle> ToDocumentsAsync(LedgerHost host) => TakeAsync(host, "lock table documents.credentials in exclusive mode");

    /// <summary>Stop whoever announces something with what they append, which is who revokes: behind their appends.</summary>
    public static Task<Obstacle> ToMessagesAsync(LedgerHost host) => TakeAsync(host, "lock table messages.wolverine_incoming_envelopes in exclusive mode");

    /// <summary>Stop whoever appends to one of these streams, and nobody who holds one.</summary>
    public static Task<Obstacle> ToAppendsAsync(LedgerHost host, params Guid[] streams) => TakeAsync(host, $"select from ledger.mt_streams where id = any('{{{string.Join(',', streams)}}}') for share");

    /// <summary>Stop whoever enters a certificate in the lookup, which is who accepts an award; who looks for one goes on.</summary>
    public static Task<Obstacle> ToCertificatesAsync(LedgerHost host) => TakeAsync(host, "lock table keys.award_numbers in exclusive mode");

    /// <summary>Wait until two stop, wherever each does.</summary>
    public static Task BothStopAsync(LedgerHost host) => WaitsAsync(host, "locktype in ('relation', 'transactionid')", 2);

    /// <summary>Wait until somebody stops at a table.</summary>
    public static Task AtTableAsync(LedgerHost host, string table) => WaitsAsync(host, $"relation = '{table}'::regclass");

    /// <summary>Wait until somebody stops at a row that a transaction holds.</summary>
    public static Task AtRowAsync(LedgerHost host) => WaitsAsync(host, "locktype = 'transactionid'");

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<Obstacle> TakeAsync(LedgerHost host, string sql)
    {
        var connection = new NpgsqlConnection(host.SuperuserConnectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new(connection, transaction);
    }

    private static Task WaitsAsync(LedgerHost host, string what, int many = 1) => Eventually.BeAsync(async () =>
    {
        // A lock on a transaction names no database, and tests of others wait for such locks in this cluster too: whose it is, its session tells.
        await using var command = host.Database.CreateCommand($"select count(distinct pid) >= {many} from pg_locks join pg_stat_activity using (pid) where not granted and {what} and datname = current_database()");
        return (bool)(await command.ExecuteScalarAsync())!;
    }, true);
}
