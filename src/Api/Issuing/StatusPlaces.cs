using System.Security.Cryptography;
using CredentialLedger.Verifier.Credentials;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>Gives each credential a random free place in one of its issuer's status lists, so that a place tells nothing about when or to whom it was issued.</summary>
public sealed class StatusPlaces(NpgsqlDataSource database, ProgrammeSettings programme)
{
    /// <summary>Entries of a list: the herd among which one credential hides.</summary>
    public const int Capacity = 131_072;

    // A list whose last ones would be hard to find counts as full: so many drawn for each that is wanted are all taken.
    private const int Tries = 12;

    /// <summary>The address of an issuer's list, counted from 1.</summary>
    public Uri ListOf(string issuer, int number) => new(programme.PublicUri, $"/status/{issuer}/{number}");

    /// <summary>As many places as asked for, each once, that are free now; should another credential take one first, the transaction fails and nothing is issued.</summary>
    public async Task<IReadOnlyList<StatusReference>> Choose(string issuer, int count, CancellationToken token)
    {
        var chosen = new List<StatusReference>(count);
        for (var number = await Latest(issuer, token); chosen.Count < count; number++)
        {
            var list = ListOf(issuer, number);
            var drawn = new HashSet<long>();
            for (var i = 0; i < Tries && chosen.Count < count; i++) chosen.AddRange(await Draw(list, drawn, count - chosen.Count, token));
        }
        return chosen;
    }

    // Draws so many, none that was drawn before; answers with those of them that are free.
    private async Task<IEnumerable<StatusReference>> Draw(Uri list, HashSet<long> drawn, int count, CancellationToken token)
    {
        var more = new List<long>(count);
        for (var i = 0; i < count; i++)
        {
            var index = (long)RandomNumberGenerator.GetInt32(Capacity);
            if (drawn.Add(index)) more.Add(index);
        }
        var taken = await Taken(list, more, token);
        return more.Where(index => !taken.Contains(index)).Select(index => new StatusReference(list, index));
    }

    /// <summary>Every list of an issuer that has a place taken, and the first.</summary>
    public async Task<IReadOnlyList<Uri>> ListsOf(string issuer, CancellationToken token) =>
        [.. Enumerable.Range(1, await Latest(issuer, token)).Select(n => ListOf(issuer, n))];

    /// <summary>The list with the highest number: the lists are filled in turn.</summary>
    private async Task<int> Latest(string issuer, CancellationToken token)
    {
        var number = 1;
        while (await Used(ListOf(issuer, number + 1), token)) number++;
        return number;
    }

    private async Task<bool> Used(Uri list, CancellationToken token)
    {
        await using var command = database.CreateCommand("select exists (select from documents.credentials where status_list = $1)");
        command.Parameters.Add(new() { Value = list.AbsoluteUri });
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    private async Task<HashSet<long>> Taken(Uri list, List<long> indices, CancellationToken token)
    {
        await using var command = database.CreateCommand("select status_index from documents.credentials where status_list = $1 and status_index = any($2)");
        command.Parameters.Add(new() { Value = list.AbsoluteUri });
        command.Parameters.Add(new() { Value = indices });
        await using var rows = await command.ExecuteReaderAsync(token);
        var taken = new HashSet<long>();
        while (await rows.ReadAsync(token)) taken.Add(rows.GetInt64(0));
        return taken;
    }
}
