using System.Security.Cryptography;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>Gives each credential a random free place in one of its issuer's status lists, so that a place tells nothing about when or to whom it was issued.</summary>
public sealed class StatusPlaces(NpgsqlDataSource database, ProgrammeSettings programme)
{
    /// <summary>Entries of a list: the herd among which one credential hides.</summary>
    public const int Capacity = 131_072;

    private const int Tries = 12;

    /// <summary>The address of an issuer's list, counted from 1.</summary>
    public Uri ListOf(string issuer, int number) => new(programme.PublicUri, $"/status/{issuer}/{number}");

    /// <summary>A place that is free now; should another credential take it first, the transaction fails and nothing is issued.</summary>
    public async Task<(Uri List, long Index)> Choose(string issuer, CancellationToken token)
    {
        for (var number = await Latest(issuer, token); ; number++)
        {
            var list = ListOf(issuer, number);
            for (var i = 0; i < Tries; i++)
            {
                var index = RandomNumberGenerator.GetInt32(Capacity);
                if (!await Taken(list, index, token)) return (list, index);
            }
        }
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

    private async Task<bool> Taken(Uri list, long index, CancellationToken token)
    {
        await using var command = database.CreateCommand("select exists (select from documents.credentials where status_list = $1 and status_index = $2)");
        command.Parameters.Add(new() { Value = list.AbsoluteUri });
        command.Parameters.Add(new() { Value = index });
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }
}
