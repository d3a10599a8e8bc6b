using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>An accepted award, as far as rules ask.</summary>
public sealed class AwardPart(Shown accepted, AwardAccepted award)
{
    /// <summary>The event that recorded it.</summary>
    public Shown Accepted => accepted;

    /// <summary>Its holder.</summary>
    public Guid Person { get; } = award.Person;

    /// <summary>Who accepted it.</summary>
    public Guid AcceptedBy { get; } = award.AcceptedBy;

    /// <summary>The decisions that considered it.</summary>
    public List<DecisionPart> Decisions { get; } = [];

    /// <summary>The event that annulled it; null while it counts.</summary>
    public Shown? Annulled { get; internal set; }

    /// <summary>Whether it stands for a result that a requirement asks for, on a day.</summary>
    public bool Meets(Requirement requirement, string framework, DateOnly on) => Annulled is null && !(award.CountsUntil < on)
        && requirement.Equivalents?.Contains(award.Equivalence) is true && (award.Framework, award.Unit, award.Level) == (framework, requirement.Unit, requirement.Level);
}
