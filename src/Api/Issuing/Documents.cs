using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Credentials;
using Marten;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>Signed documents at rest: encrypted under the holder's key, stored in the transaction that records the issue, never changed.</summary>
public sealed class Documents(NpgsqlDataSource database, PersonKeys keys)
{
    /// <summary>Store documents in the transaction that records their issue, with one statement. A second document of one credential, number or place makes it fail.</summary>
    public static void Store(IDocumentSession session, IReadOnlyCollection<SealedDocument> documents)
    {
        if (documents.Count == 0) return;
        T[] Each<T>(Func<SealedDocument, T> of) => [.. documents.Select(of)];
        session.QueueSqlCommand(
            "insert into documents.credentials (credential, number, person, nonce, ciphertext, status_list, status_index) select * from unnest(?, ?, ?, ?, ?, ?, ?)",
            Each(d => d.Credential), Each(d => CredentialNumber.For(d.Credential)), Each(d => d.Holder), Each(d => d.Nonce), Each(d => d.Ciphertext), Each(d => d.Place.List.AbsoluteUri), Each(d => d.Place.Index));
    }

    /// <summary>Whose credential it is; null when there is none.</summary>
    public async Task<Guid?> HolderOf(Guid credential, CancellationToken token)
    {
        await using var command = database.CreateCommand("select person from documents.credentials where credential = $1");
        command.Parameters.Add(new() { Value = credential });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>The credential of that number; null when there is none.</summary>
    public async Task<Guid?> Numbered(string number, CancellationToken token)
    {
        await using var command = database.CreateCommand("select credential from documents.credentials where number = $1");
        command.Parameters.Add(new() { Value = number });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>Every credential that a person holds a document of, by number.</summary>
    public async Task<IReadOnlyList<(Guid Credential, string Number)>> Of(Guid person, CancellationToken token)
    {
        await using var command = database.CreateCommand("select credential, number from documents.credentials where person = $1 order by number");
        command.Parameters.Add(new() { Value = person });
        await using var rows = await command.ExecuteReaderAsync(token);
        var found = new List<(Guid, string)>();
        while (await rows.ReadAsync(token)) found.Add((rows.GetGuid(0), rows.GetString(1)));
        return found;
    }

    /// <summary>The document of a credential, byte for byte as it was signed; null when there is none or its holder was erased.</summary>
    public async Task<byte[]?> Read(Guid credential, CancellationToken token)
    {
        await using var command = database.CreateCommand("select person, nonce, ciphertext from documents.credentials where credential = $1");
        command.Parameters.Add(new() { Value = credential });
        await using var row = await command.ExecuteReaderAsync(token);
        if (!await row.ReadAsync(token)) return null;
        var (person, nonce, ciphertext) = (row.GetGuid(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
        return await keys.Get(person, token) is { } key ? key.Decrypt(SealedDocument.Label, credential.ToString("D"), nonce, ciphertext) : null;
    }
}
