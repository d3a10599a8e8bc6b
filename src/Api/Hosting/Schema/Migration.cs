using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using Marten;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>Brings the database's schema up to date as the role that owns it: tables, indexes, guards, and what the role that serves may do.</summary>
internal static class Migration
{
    // Any number: two migrations at once would meet in the catalogue.
    private const long Lock = 0x4C45_4447_4552;

    /// <summary>Do it.</summary>
    /// <param name="owner">How the owner reaches the database.</param>
    /// <param name="role">The role that serves.</param>
    /// <param name="token">Ends it between two steps.</param>
    public static async Task Run(string owner, string role, CancellationToken token)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await using var connection = await database.OpenConnectionAsync(token);
        await Execute(connection, $"select pg_advisory_lock({Lock})", token); // held until this connection ends
        await using var services = Services(database);
        await services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(JasperFx.AutoCreate.CreateOrUpdate);
        await services.GetRequiredService<IMessageStore>().Admin.MigrateAsync();
        await ReadingIndexes.Create(database, token);

        await using var transaction = await connection.BeginTransactionAsync(token);
        await LogTables.Create(connection, token);
        await AppendOnly.Ensure(connection, token);
        await FormerReadModels.Drop(connection, token);
        await Grants.Set(connection, role, token);
        await Execute(connection, $"comment on schema {LedgerStore.Schema} is '{SchemaState.Expected(services, role)}'", token);
        await transaction.CommitAsync(token);
    }

    // The same store as the one that serves, over the owner's connection and without a secret: a migration appends nothing.
    private static ServiceProvider Services(NpgsqlDataSource database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(database);
        services.AddSingleton(new ApplicationMac(new byte[32])).AddSingleton<LogStanding>();
        services.AddLedgerStore();
        services.AddWolverine(LedgerServices.Configure);
        return services.BuildServiceProvider();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}
