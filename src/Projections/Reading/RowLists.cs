using System.Data;
using System.Text.Json;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>
/// Lists rows of a read model, a page at a time, so that a list costs what it shows and not what was ever recorded. Whoever just wrote sees it: what the projection has not
/// taken in yet is folded onto its rows, all from one snapshot of the database.
/// </summary>
public sealed class RowLists(NpgsqlDataSource database)
{
    /// <summary>Most events that are folded onto the rows of a list. With more to come the read model is being built, and no list is made of half of it.</summary>
    public int MostBehind { get; init; } = 20_000;

    /// <summary>The first rows of a selection; null while the read model is being built.</summary>
    /// <param name="selection">Which rows, and in what order.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="token">Ends the reading.</param>
    public async Task<IReadOnlyList<T>?> First<T>(RowSelection<T> selection, int most, CancellationToken token) where T : class, IReadModel<T>
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        var model = ReadModel.Of<T>();
        if (await Behind<T>(connection, model, token) is not { } behind) return null;

        // What changed since is folded onto its stored rows, which the page then leaves out.
        var changed = behind.Select(e => T.RowOf(e.Data)!.Value).Distinct().ToArray();
        var rows = changed.Length == 0 ? [] : (await Rows<T>(connection, $"select data from {model.Table} where id = any($1)", [changed], token)).ToDictionary(r => r.Id);
        foreach (var e in behind) rows[T.RowOf(e.Data)!.Value] = T.Fold(rows.GetValueOrDefault(T.RowOf(e.Data)!.Value), e);

        var page = await Rows<T>(connection, $"select data from {model.Table} where {selection.Where} and id <> all(${selection.Values.Count + 1}) order by {selection.Order} limit {most}", [.. selection.Values, changed], token);
        page.AddRange(rows.Values.Where(selection.Holds));
        page.Sort(selection.By);
        return page.Count > most ? page[..most] : page;
    }

    private async Task<List<Recorded>?> Behind<T>(NpgsqlConnection connection, ReadModel model, CancellationToken token) where T : class, IReadModel<T>
    {
        await using var command = new NpgsqlCommand($"select coalesce((select last_seq_id from {LedgerStore.Schema}.mt_event_progression where name = '{model.Progression}'), 0)", connection);
        var reached = (long)(await command.ExecuteScalarAsync(token))!;
        var (read, behind) = (0, new List<Recorded>());
        await foreach (var row in EventReader.Rows(connection, new() { After = reached, First = MostBehind + 1 }, token))
        {
            if (++read > MostBehind) return null;
            if (row.Read() is var e && T.RowOf(e.Data) is not null) behind.Add(e);
        }
        return behind;
    }

    private static async Task<List<T>> Rows<T>(NpgsqlConnection connection, string sql, IReadOnlyList<object> values, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(token);
        var rows = new List<T>();
        while (await reader.ReadAsync(token)) rows.Add(JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(0), LedgerJson.Options)!);
        return rows;
    }
}
