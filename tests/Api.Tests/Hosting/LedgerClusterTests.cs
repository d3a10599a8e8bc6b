using CredentialLedger.Api.Tests.Rig;
using Npgsql;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>The rig itself: databases that are copies of one prepared template.</summary>
public sealed class LedgerClusterTests
{
    private static int timesPrepared;

    private static readonly LedgerTemplate Template = new("rig", async connectionString =>
    {
        Interlocked.Increment(ref timesPrepared);
        await AskAsync(connectionString, "CREATE TABLE prepared AS SELECT 42 AS answer; SELECT 1");
    });

    [Fact]
    public async Task Many_databases_at_once_are_copies_of_a_template_prepared_once()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Template.CreateDatabaseAsync($"rig_copy_{n}")));

        foreach (var copy in copies) (await AskAsync(copy, "SELECT answer FROM prepared")).ShouldBe(42);
        copies.Distinct().Count().ShouldBe(4);
        timesPrepared.ShouldBe(1);
    }

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
