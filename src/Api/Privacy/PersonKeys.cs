using Marten;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>The key store: one wrapped key a person, beside the events and never in them. A person without a row is unknown or erased.</summary>
public sealed class PersonKeys(NpgsqlDataSource database, MasterKeys masters)
{
    /// <summary>The keys of those persons who have one.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonKey>> Get(IReadOnlyCollection<Guid> persons, CancellationToken token)
    {
        var found = new Dictionary<Guid, PersonKey>(persons.Count);
        await using var command = database.CreateCommand("select person, key, master, wrapped from keys.persons where person = any($1)");
        command.Parameters.Add(new() { Value = persons.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            // Replaced while the rows were on their way: they are wrapped anew, so read them again.
            if (await masters.Get(rows.GetGuid(2), token) is not { } master) return await Get(persons, token);
            var key = master.Unwrap(rows.GetGuid(0), rows.GetGuid(1), rows.GetFieldValue<byte[]>(3));
            found[key.Person] = key;
        }
        return found;
    }

    /// <summary>The key of one person, or null.</summary>
    public async Task<PersonKey?> Get(Guid person, CancellationToken token) =>
        (await Get([person], token)).GetValueOrDefault(person);

    /// <summary>Store a new key in the transaction that records the person.</summary>
    public static void Store(IDocumentSession session, PersonKey key, MasterKey master) =>
        session.QueueSqlCommand("insert into keys.persons (person, key, master, wrapped) values (?, ?, ?, ?)",
            key.Person, key.Id, master.Id, master.Wrap(key));

    /// <summary>Destroy a person's key and lookups in the transaction that records the erasure: nobody opens what was sealed, and the national id and the certificates are free.</summary>
    public static void Destroy(IDocumentSession session, Guid person)
    {
        // First, as a replacement of the master key locks these tables.
        session.QueueSqlCommand("delete from keys.award_numbers where person = ?", person);
        session.QueueSqlCommand("delete from keys.persons where person = ?", person);
        session.QueueSqlCommand("delete from keys.national_ids where person = ?", person);
    }
}
