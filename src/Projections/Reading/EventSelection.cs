using CredentialLedger.Projections.Log;
using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>Which events to read; what is null does not limit.</summary>
public sealed record EventSelection
{
    /// <summary>Every event.</summary>
    public static readonly EventSelection All = new();

    /// <summary>Every event that authority follows from.</summary>
    public static readonly EventSelection OfAuthority = new() { Authority = true };

    /// <summary>Only events about this person, whatever their stream.</summary>
    public Guid? Person { get; init; }

    /// <summary>Only records of accesses to this person's data, and of exports of it.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Only events of persons who hold, or held, a post that reports to this one.</summary>
    public (string Agency, string Post)? ReportingTo { get; init; }

    /// <summary>Only requests to erase, and what was decided on them.</summary>
    public bool Erasures { get; init; }

    /// <summary>Only events of this stream.</summary>
    public Guid? Stream { get; init; }

    /// <summary>Only the events of these ids.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; init; }

    /// <summary>Only published framework versions.</summary>
    public bool Frameworks { get; init; }

    /// <summary>Only events of the agreement, accreditations and appointments.</summary>
    public bool Authority { get; init; }

    /// <summary>Only events after this place in the ledger.</summary>
    public long? After { get; init; }

    /// <summary>Only events without a leaf in the log of this number.</summary>
    public int? UnloggedIn { get; init; }

    /// <summary>Only what was recorded of works and of the permission to use them.</summary>
    public bool Works { get; init; }

    /// <summary>Only what was recorded of signing keys.</summary>
    public bool SigningKeys { get; init; }

    /// <summary>Only defined courses.</summary>
    public bool Courses { get; init; }

    /// <summary>Only established schemes.</summary>
    public bool Schemes { get; init; }

    /// <summary>Only what was recorded of recognised equivalences.</summary>
    public bool Equivalences { get; init; }

    /// <summary>Only the first so many.</summary>
    public int? First { get; init; }

    /// <summary>
    /// Only what was recorded up to this moment, both included. A stream is cut at its first later event: the database's clock may
    /// have been set back, and no history may have a hole.
    /// </summary>
    public DateTimeOffset? RecordedUpTo { get; init; }

    /// <summary>The conditions on a row <c>e</c> of the event table; their values are added to <paramref name="command"/>.</summary>
    internal string Where(NpgsqlCommand command)
    {
        string Value(object value)
        {
            command.Parameters.Add(new() { Value = value });
            return $"${command.Parameters.Count}";
        }

        var conditions = new List<string> { "true" };
        if (Person is { } person) conditions.Add($"e.data ->> 'person' = {Value(person.ToString("D"))}");
        if (Subject is { } subject) conditions.Add($"e.data ->> 'subject' = {Value(subject.ToString("D"))}");
        if (ReportingTo is var (agency, post))
            conditions.Add($"e.stream_id in (select stream_id from {LedgerStore.Schema}.mt_events where {ReadingIndexes.IsReporting} and data ->> 'agency' = {Value(agency)} and data ->> 'supervisor' = {Value(post)})");
        if (Erasures) conditions.Add(ReadingIndexes.IsErasure);
        if (Stream is { } stream) conditions.Add($"e.stream_id = {Value(stream)}");
        if (Ids is { } ids) conditions.Add($"e.id = any({Value(ids.ToArray())})");
        if (Frameworks) conditions.Add(ReadingIndexes.IsFramework);
        if (Authority) conditions.Add(ReadingIndexes.IsAuthority);
        if (After is { } sequence) conditions.Add($"e.seq_id > {Value(sequence)}");
        // Behind what is settled there are few rows to ask for, one by one: 'offset 0' keeps the planner from hashing all leaves for them.
        if (UnloggedIn is { } log) conditions.Add($"not exists (select from {LogTables.Schema}.leaves l where l.log = {Value(log)} and l.event = e.id{(After is null ? "" : " offset 0")})");
        if (SigningKeys) conditions.Add(ReadingIndexes.IsSigningKey);
        if (Equivalences) conditions.Add(ReadingIndexes.IsEquivalence);
        if (Works) conditions.Add(ReadingIndexes.IsWork);
        if (Courses) conditions.Add(ReadingIndexes.IsCourse);
        if (Schemes) conditions.Add(ReadingIndexes.IsScheme);
        if (RecordedUpTo is { } moment)
        {
            var until = Value(moment.UtcDateTime);
            conditions.Add($"e.timestamp <= {until}");
            conditions.Add($"(e.version = 1 or not exists (select from {LedgerStore.Schema}.mt_events p where p.stream_id = e.stream_id and p.version < e.version and p.timestamp > {until}))");
        }
        return string.Join(" and ", conditions);
    }
}
