using CredentialLedger.Domain.People;
using Marten;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>Who has a national id, by its keyed hash. Not a projection: it is rebuilt from events and keys.</summary>
public sealed class NationalIds(NpgsqlDataSource database)
{
    /// <summary>Persons by national id, of those ids that somebody has.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> Find(IReadOnlyCollection<string> ids, MasterKey master, CancellationToken token)
    {
        var byLookup = ids.Distinct().ToDictionary(id => Convert.ToHexString(master.LookupOf(id)));
        var found = new Dictionary<string, Guid>();
        await using var command = database.CreateCommand("select lookup, person from keys.national_ids where lookup = any($1)");
        command.Parameters.Add(new() { Value = byLookup.Keys.Select(Convert.FromHexString).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) found[byLookup[Convert.ToHexString(rows.GetFieldValue<byte[]>(0))]] = rows.GetGuid(1);
        return found;
    }

    /// <summary>Keep a national id in the transaction that records the person; a second person of the same id makes it fail.</summary>
    public static void Store(IDocumentSession session, string nationalId, Guid person, MasterKey master) =>
        session.QueueSqlCommand("insert into keys.national_ids (lookup, person, master) values (?, ?, ?)",
            master.LookupOf(nationalId), person, master.Id);

    /// <summary>The national id inside a registration.</summary>
    public static string Of(PersonRegistered registered, PersonKey key) =>
        key.Open<PersonRegistered, string>("nationalId", registered.NationalId);
}
