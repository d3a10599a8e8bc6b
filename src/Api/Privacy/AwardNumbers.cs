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
        var rows = new List<(byte[] Lookup, Guid Award, Guid Person)>();
        await using (var command = new NpgsqlCommand("""
            select a.stream_id, p.person, p.key, p.wrapped, a.data ->> 'number', e.data -> 'terms' ->> 'qualification'
            from ledger.mt_events a
            join keys.persons p on p.person = (a.data ->> 'person')::uuid
            join ledger.mt_events e on e.stream_id = (a.data ->> 'equivalence')::uuid and e.version = 1 and e.type = 'equivalence-recognised'
            where a.type = 'award-accepted' and not exists (select from ledger.mt_events n where n.stream_id = a.stream_id and n.type = 'award-annulled')
            order by a.seq_id
            """, connection) { CommandTimeout = 0 })
        await using (var row = await command.ExecuteReaderAsync(token))
        {
            while (await row.ReadAsync(token))
            {
                var key = next.Unwrap(row.GetGuid(1), row.GetGuid(2), row.GetFieldValue<byte[]>(3));
                var number = key.Open<AwardAccepted, string>("number", Read<Sealed<string>>(row.GetString(4)));
                rows.Add((LookupOf(Read<ForeignQualification>(row.GetString(5)), number, next), row.GetGuid(0), row.GetGuid(1)));
            }
        }
        await using var replace = new NpgsqlCommand("delete from keys.award_numbers", connection) { CommandTimeout = 0 };
        await replace.ExecuteNonQueryAsync(token);
        replace.CommandText = """
            insert into keys.award_numbers (lookup, award, person, master) select lookup, award, person, $4 from unnest($1, $2, $3) with ordinality n(lookup, award, person, place) order by place
            on conflict (lookup) do nothing
            """;
        foreach (var value in (object[])[rows.Select(r => r.Lookup).ToArray(), rows.Select(r => r.Award).ToArray(), rows.Select(r => r.Person).ToArray(), next.Id]) replace.Parameters.Add(new() { Value = value });
        await replace.ExecuteNonQueryAsync(token);
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
