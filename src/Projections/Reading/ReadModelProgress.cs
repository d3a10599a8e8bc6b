using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>How far a read model has come.</summary>
/// <param name="Model">The read model.</param>
/// <param name="Reached">Place in the ledger of the last event that is in its rows or concerns none; 0 before the first.</param>
public sealed record ReadModelProgress(ReadModel Model, long Reached)
{
    /// <summary>How far each read model of this release has come, and the place of the last event that is recorded.</summary>
    public static async Task<(IReadOnlyList<ReadModelProgress> Models, long Last)> All(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand($"select name, last_seq_id from {LedgerStore.Schema}.mt_event_progression union all select '', max(seq_id) from {LedgerStore.Schema}.mt_events");
        await using var row = await command.ExecuteReaderAsync(token);
        var places = new Dictionary<string, long>();
        while (await row.ReadAsync(token)) places[row.GetString(0)] = row.IsDBNull(1) ? 0 : row.GetInt64(1);
        return ([.. LedgerStore.ReadModels.Select(m => new ReadModelProgress(m, places.GetValueOrDefault(m.Progression)))], places[""]);
    }
}
