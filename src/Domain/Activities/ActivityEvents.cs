using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Activities;

// The storage format of joint activities: add, never rename.

/// <summary>Two parties or all three planned an activity together (clauses 2.1.6, 2.2.8, 2.3.5).</summary>
/// <param name="Activity">The activity, and the stream.</param>
/// <param name="TitleTh">What it is, in Thai.</param>
/// <param name="TitleEn">What it is, in English.</param>
/// <param name="Clause">The mandate that it serves.</param>
/// <param name="Parties">Who takes part, each with its coordinator.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Bearer">Code of the party that bears the cost (clause 4).</param>
/// <param name="Arrangement">The written agreement on the cost; null where the bearer is the party whose mandate it is.</param>
[Stored("activity", "titleTh", "titleEn", "clause", "parties", "from", "until", "bearer", "arrangement")]
public sealed record ActivityPlanned(Guid Activity, string TitleTh, string TitleEn, string Clause, ValueList<TakingPart> Parties,
    DateOnly From, DateOnly Until, string Bearer, Guid? Arrangement) : LedgerEvent;

/// <summary>A party that takes part in an activity.</summary>
/// <param name="Party">Its code.</param>
/// <param name="Coordinator">The person who coordinates for it.</param>
[Stored("party", "coordinator")]
public sealed record TakingPart(string Party, Guid Coordinator);

/// <summary>An activity is over.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Outcome">What came of it.</param>
[Stored("activity", "ending", "outcome")]
public sealed record ActivityClosed(Guid Activity, Ending Ending, string Outcome) : LedgerEvent;

/// <summary>How an activity ended; the stored names are part of the storage format.</summary>
public enum Ending
{
    /// <summary>It took place.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>It did not.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
