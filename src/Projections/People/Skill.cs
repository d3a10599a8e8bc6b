using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;

namespace CredentialLedger.Projections.People;

/// <summary>One unit of a skill profile on a day.</summary>
/// <param name="Framework">Code of the framework version.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Level">Level, or null for a unit without levels or for training, which has none.</param>
/// <param name="Status">What is shown.</param>
/// <param name="Evidence">The stream that shows it: a completion, a result, an accepted award or a credential.</param>
/// <param name="Since">Day from which it is shown.</param>
/// <param name="Expires">Last day of validity; null without end.</param>
public sealed record Skill(string Framework, string Unit, int? Level, SkillStatus Status, Guid Evidence, DateOnly Since, DateOnly? Expires);

/// <summary>What evidence shows, from the weakest to the strongest.</summary>
public enum SkillStatus
{
    /// <summary>Completed a course that develops the unit.</summary>
    [JsonStringEnumMemberName("trained")] Trained,

    /// <summary>Assessed, and not yet competent.</summary>
    [JsonStringEnumMemberName("not-yet-competent")] NotYetCompetent,

    /// <summary>Holds a foreign award that was accepted as equivalent.</summary>
    [JsonStringEnumMemberName("recognised")] Recognised,

    /// <summary>Assessed as competent.</summary>
    [JsonStringEnumMemberName("competent")] Competent,

    /// <summary>Holds a credential.</summary>
    [JsonStringEnumMemberName("certified")] Certified,
}

/// <summary>One piece of evidence in a profile.</summary>
/// <param name="Framework">Code of the framework version.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Level">Level, or null.</param>
/// <param name="Status">What it shows, after every correction.</param>
/// <param name="Source">The stream that it comes from.</param>
/// <param name="From">First day on which it counts.</param>
public sealed record SkillEvidence(string Framework, string Unit, int? Level, SkillStatus Status, Guid Source, DateOnly From)
{
    /// <summary>Last day on which it counts; null without end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True when it should never have counted.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>First day on which it counts no more, after a revocation.</summary>
    public DateOnly? WithdrawnFrom { get; init; }

    /// <summary>Days for which it does not count, after a suspension.</summary>
    public ValueList<SuspensionSpan> Suspensions { get; init; } = [];

    /// <summary>Whether it counts on a day.</summary>
    public bool Stands(DateOnly day) => !Withdrawn && From <= day && !(Until < day) && !(WithdrawnFrom <= day) && !Suspensions.Any(s => s.Holds(day));
}
