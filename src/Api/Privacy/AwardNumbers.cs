using System.Globalization;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using Marten;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>Which certificate of a foreign qualification was accepted as which award, by the keyed hash of its number: the number itself is sealed. Not a projection: it is rebuilt from events and keys.</summary>
public sealed class AwardNumbers(NpgsqlDataSource database)
{
    /// <summary>The award as which a certificate was accepted and counts; null for none.</summary>
    public async Task<Guid?> Find(ForeignQualification qualification, string number, MasterKey master, CancellationToken token)
    {
        await using var command = database.CreateCommand("select award from keys.award_numbers where lookup = $1");
        command.Parameters.Add(new() { Value = LookupOf(qualification, number, master) });
        return (Guid?)await command.ExecuteScalarAsync(token);
    }

    /// <summary>Keep it in the transaction that accepts the award; a second award of the same certificate makes that fail.</summary>
    public static void Store(IDocumentSession session, ForeignQualification qualification, string number, AwardAccepted accepted, MasterKey master) =>
        session.QueueSqlCommand("insert into keys.award_numbers (lookup, award, person, master) values (?, ?, ?, ?)", LookupOf(qualification, number, master), accepted.Award, accepted.Person, master.Id);

    /// <summary>Free the certificate of an award in the transaction that annuls it.</summary>
    public static void Free(IDocumentSession session, Guid award) => session.QueueSqlCommand("delete from keys.award_numbers where award = ?", award);

    /// <summary>
    /// Make every row anew under another master key, from the events of awards that count, whose holders have a key. Of one certificate that was accepted twice before this
    /// table was kept, the first has it.
    /// </summary>
    internal static async Task Rebuild(NpgsqlConnection connection, MasterKey next, CancellationToken token)
    {
        var rows = await Read(connection, next, 0, long.MaxValue, token);
        await using (var forget = new NpgsqlCommand("delete from keys.award_numbers", connection) { CommandTimeout = 0 }) await forget.ExecuteNonQueryAsync(token);
        await Add(connection, rows, next, token);
    }

    /// <summary>Add the rows that are missing of awards that count, accepted at these places in the ledger. Who accepts or annuls meanwhile waits, so that no row is added that was just taken away.</summary>
    /// <param name="masters">The master keys.</param>
    /// <param name="after">The place before the first.</param>
    /// <param name="upTo">The last place.</param>
    /// <param name="token">To give up.</param>
    /// <returns>How many were added.</returns>
    public async Task<int> Fill(MasterKeys masters, long after, long upTo, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        if (!await Lacks(connection, after, upTo, token)) return 0;
        await using var transaction = await connection.BeginTransactionAsync(token);
        await using (var wait = new NpgsqlCommand("lock table keys.award_numbers in share row exclusive mode", connection)) await wait.ExecuteNonQueryAsync(token);
        // A replacement of the master key waits for the same lock: it stays the one in use.
        var master = await masters.Reload(token);
        var added = await Add(connection, await Read(connection, master, after, upTo, token), master, token);
        await transaction.CommitAsync(token);
        return added;
    }

    private static async Task<bool> Lacks(NpgsqlConnection connection, long after, long upTo, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select exists (select {Accepted} and not exists (select from keys.award_numbers n where n.award = a.stream_id))", connection) { Parameters = { new() { Value = after }, new() { Value = upTo } }, CommandTimeout = 0 };
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    private const string Accepted = """
        from ledger.mt_events a
        join keys.persons p on p.person = (a.data ->> 'person')::uuid
        join ledger.mt_events e on e.stream_id = (a.data ->> 'equivalence')::uuid and e.version = 1 and e.type = 'equivalence-recognised'
        where a.seq_id > $1 and a.seq_id <= $2 and a.type = 'award-accepted' and not exists (select from ledger.mt_events n where n.stream_id = a.stream_id and n.type = 'award-annulled')
        """;

    private static async Task<List<(byte[] Lookup, Guid Award, Guid Person)>> Read(NpgsqlConnection connection, MasterKey master, long after, long upTo, CancellationToken token)
    {
        var rows = new List<(byte[] Lookup, Guid Award, Guid Person)>();
        await using var command = new NpgsqlCommand($"select a.stream_id, p.person, p.key, p.wrapped, a.data ->> 'number', e.data -> 'terms' ->> 'qualification' {Accepted} order by a.seq_id", connection) { Parameters = { new() { Value = after }, new() { Value = upTo } }, CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            var key = master.Unwrap(row.GetGuid(1), row.GetGuid(2), row.GetFieldValue<byte[]>(3));
            var number = key.Open<AwardAccepted, string>("number", Read<Sealed<string>>(row.GetString(4)));
            rows.Add((LookupOf(Read<ForeignQualification>(row.GetString(5)), number, master), row.GetGuid(0), row.GetGuid(1)));
        }
        return rows;
    }

    private static async Task<int> Add(NpgsqlConnection connection, List<(byte[] Lookup, Guid Award, Guid Person)> rows, MasterKey master, CancellationToken token)
    {
        await using var add = new NpgsqlCommand("""
            insert into keys.award_numbers (lookup, award, person, master) select lookup, award, person, $4 from unnest($1, $2, $3) with ordinality n(lookup, award, person, place) order by place
            on conflict (lookup) do nothing
            """, connection)
        { CommandTimeout = 0 };
        foreach (var value in (object[])[rows.Select(r => r.Lookup).ToArray(), rows.Select(r => r.Award).ToArray(), rows.Select(r => r.Person).ToArray(), master.Id]) add.Parameters.Add(new() { Value = value });
        return await add.ExecuteNonQueryAsync(token);
    }

    // The awarding body's own words in English and its code of the module name the qualification, in however many equivalences it is recognised. How somebody types a number is no
    // other number: only its letters, with the vowels and tones on them, and its digits count, Thai ones as Arabic ones and capitals as small ones.
    private static byte[] LookupOf(ForeignQualification q, string number, MasterKey master) =>
        master.AwardLookupOf(string.Join('\n', Plain(q.BodyEn), Plain(q.TitleEn), Plain(q.Version), Plain(number) is { Length: > 0 } plain ? plain : number));

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(Counts).Select(Arabic)).ToUpperInvariant();

    private static bool Counts(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static char Arabic(char c) => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c;

    private static T Read<T>(string json) => System.Text.Json.JsonSerializer.Deserialize<T>(json, LedgerJson.Options)!;
}
