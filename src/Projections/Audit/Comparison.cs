using System.Text.Json;
using Npgsql;

namespace CredentialLedger.Projections.Audit;

/// <summary>Compares the stored rows of a read model with those folded from events, property by property.</summary>
public static class Comparison
{
    private const int MaxProperties = 10;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Every difference. Takes the rows out of <paramref name="folded"/>.</summary>
    public static async IAsyncEnumerable<RowDifference> Differences(NpgsqlConnection connection, RowFold folded)
    {
        var model = folded.Model;
        await using var command = new NpgsqlCommand($"select id, data from {model.Table} order by id", connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var id = rows.GetGuid(0);
            using var stored = JsonDocument.Parse(rows.GetFieldValue<byte[]>(1), Deep);
            if (folded.Take(id) is not { } expected) yield return new(model.Name, id, DifferenceKind.Extra, []);
            else if (!JsonElement.DeepEquals(expected, stored.RootElement))
                yield return new(model.Name, id, DifferenceKind.Different, [.. Paths("", expected, stored.RootElement).Take(MaxProperties)]);
        }
        foreach (var id in folded.Ids) yield return new(model.Name, id, DifferenceKind.Missing, []);
    }

    /// <summary>The paths at which two values differ: <c>entries[2].duty</c>.</summary>
    private static IEnumerable<string> Paths(string path, JsonElement expected, JsonElement stored)
    {
        if (expected.ValueKind == stored.ValueKind)
        {
            if (expected.ValueKind is JsonValueKind.Object) return Members(path, expected, stored);
            if (expected.ValueKind is JsonValueKind.Array) return Items(path, expected, stored);
        }
        return JsonElement.DeepEquals(expected, stored) ? [] : [path];
    }

    private static IEnumerable<string> Members(string path, JsonElement expected, JsonElement stored)
    {
        var names = expected.EnumerateObject().Concat(stored.EnumerateObject()).Select(m => m.Name).Distinct();
        return names.SelectMany(name =>
        {
            var member = path.Length == 0 ? name : $"{path}.{name}";
            return expected.TryGetProperty(name, out var one) && stored.TryGetProperty(name, out var other) ? Paths(member, one, other) : [member];
        });
    }

    private static IEnumerable<string> Items(string path, JsonElement expected, JsonElement stored)
    {
        var (one, other) = (expected.GetArrayLength(), stored.GetArrayLength());
        return Enumerable.Range(0, Math.Max(one, other)).SelectMany(i =>
            i < one && i < other ? Paths($"{path}[{i}]", expected[i], stored[i]) : [$"{path}[{i}]"]);
    }
}
