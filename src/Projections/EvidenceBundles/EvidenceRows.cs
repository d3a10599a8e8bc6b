using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;
using Npgsql;

namespace CredentialLedger.Projections.EvidenceBundles;

/// <summary>Finds the events that evidence is of (docs/formats/evidence.md, section 3), as the rows that they are.</summary>
public static class EvidenceRows
{
    private const string Events = $"{LedgerStore.Schema}.mt_events";

    private const string OfPerson = $"select id from {Events} where data ->> 'person' = $1::uuid::text or data ->> 'subject' = $1::uuid::text or stream_id = $1";

    private const string OfCredential = $"""
        with decisions as (select (data ->> 'decision')::uuid as id from {Events} where stream_id = $1 and type = 'credential-issued'),
        behind as (select d.data from {Events} d where d.stream_id in (select id from decisions) and d.type = 'certification-decided'),
        awards as (select jsonb_array_elements_text(data -> 'awards')::uuid as id from behind)
        select id from {Events} where stream_id = $1 or stream_id in (select id from decisions)
            or stream_id in (select (data ->> 'scheme')::uuid from behind)
            or stream_id in (select jsonb_array_elements_text(data -> 'results')::uuid from behind)
            or stream_id in (select jsonb_array_elements_text(data -> 'completions')::uuid from behind)
            or stream_id in (select id from awards)
            or stream_id in (select (data ->> 'equivalence')::uuid from {Events} where stream_id in (select id from awards) and type = 'award-accepted')
        """;

    private const string OfExaminer = $"""
        with results as (select distinct stream_id as id from {Events} where type in ('result-declared', 'result-superseded') and jsonb_exists(data -> 'examiners', $1::uuid::text)),
        awards as (select stream_id as id from {Events} where type = 'award-accepted' and data ->> 'acceptedBy' = $1::uuid::text),
        decisions as (select stream_id as id from {Events} where type = 'certification-decided'
            and (jsonb_exists_any(data -> 'results', array(select id::text from results)) or jsonb_exists_any(data -> 'awards', array(select id::text from awards)))),
        credentials as (select stream_id as id from {Events} where type = 'credential-issued' and data ->> 'decision' in (select id::text from decisions))
        select id from {Events} where stream_id in (select id from results union select id from awards union select id from decisions union select id from credentials)
            or data ->> 'person' = $1::uuid::text or headers -> 'actor' ->> 'person' = $1::uuid::text
        """;

    // Days in Thailand: UTC+7, without daylight saving time.
    private const string OfPeriod = $"select id from {Events} where timestamp >= $1::date::timestamp at time zone '+07'::interval and timestamp < ($2::date + 1)::timestamp at time zone '+07'::interval";

    /// <summary>The rows in the order of recording, and one more than a bundle may have at most.</summary>
    public static async Task<IReadOnlyList<StoredEvent>> Read(NpgsqlConnection connection, ExportEvidence asked, CancellationToken token)
    {
        var rows = new List<StoredEvent>();
        await foreach (var row in EventReader.Rows(connection, new() { Ids = await Ids(connection, asked, token) }, token)) rows.Add(row);
        return rows;
    }

    private static async Task<IReadOnlyCollection<Guid>> Ids(NpgsqlConnection connection, ExportEvidence asked, CancellationToken token)
    {
        var ids = asked.Kind switch { BundleKind.Person => OfPerson, BundleKind.Credential => OfCredential, BundleKind.Examiner => OfExaminer, _ => OfPeriod };
        await using var command = new NpgsqlCommand($"{ids} limit {ExportEvidence.MaxEvents + 1}", connection) { CommandTimeout = 0 };
        foreach (var value in asked.Kind is BundleKind.Period ? (object[])[asked.From!.Value, asked.Until!.Value] : [asked.Credential ?? asked.Subject!.Value]) command.Parameters.Add(new() { Value = value });
        var found = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) found.Add(rows.GetGuid(0));
        return found;
    }
}
