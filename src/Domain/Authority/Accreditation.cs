using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>An organisation's accreditation of one kind, as far as it has come.</summary>
/// <param name="Granted">How it began.</param>
/// <param name="Scope">Its scope now.</param>
/// <param name="Standing">Whether it is in force.</param>
public sealed record Accreditation(OrganisationAccredited Granted, Scope Scope, AccreditationStanding Standing) : IEvolve<Accreditation>
{
    /// <summary>The organisation has no accreditation of that kind.</summary>
    public static readonly Rejection Missing = new("accreditation.missing", RejectionKind.Missing, "kind");

    /// <summary>The party of the actor does not hold the mandate to accredit organisations of that kind.</summary>
    public static readonly Rejection OutsideMandate = new("accreditation.outside-mandate", RejectionKind.Forbidden);

    /// <summary>The reference is no plain line of text.</summary>
    public static readonly Rejection BadReference = new("accreditation.bad-reference", RejectionKind.Invalid, "reference");

    /// <summary>The accreditation was withdrawn, for good.</summary>
    public static readonly Rejection Withdrawn = new("accreditation.withdrawn", RejectionKind.Conflict);

    /// <summary>The stream of an organisation's accreditation of a kind.</summary>
    public static Guid IdOf(AccreditationKind kind, string organisation) => Ids.Derive("accreditation", Kinds.Of(kind).Name, organisation);

    /// <summary>Whether its people may do more than wind up on that day.</summary>
    public bool InForceOn(DateOnly day) =>
        Standing is AccreditationStanding.InForce && Granted.From <= day && (Granted.Until is not { } until || day <= until);

    /// <summary>Whether its people may do this duty on that day: within its scope, and after suspension, withdrawal or its last day, winding up only.</summary>
    public bool Covers(Duty duty, DateOnly day) =>
        Granted.From <= day && (duty == Duties.Appoint || Scope.Duties.Contains(duty.Code)) && (duty.WindingUp || InForceOn(day));

    /// <summary>Whether its people may do this duty under a competency framework on that day.</summary>
    public bool Covers(Duty duty, string framework, DateOnly day) => Covers(duty, day) && (Scope.Frameworks.Count == 0 || Scope.Frameworks.Contains(framework));

    /// <inheritdoc/>
    public static Accreditation? Evolve(Accreditation? state, LedgerEvent e) => (state, e) switch
    {
        (null, OrganisationAccredited granted) => new(granted, granted.Scope, AccreditationStanding.InForce),
        ({ Standing: not AccreditationStanding.Withdrawn } a, AccreditationScopeChanged changed) => a with { Scope = changed.Scope },
        ({ Standing: AccreditationStanding.InForce } a, AccreditationSuspended) => a with { Standing = AccreditationStanding.Suspended },
        ({ Standing: AccreditationStanding.Suspended } a, AccreditationReinstated) => a with { Standing = AccreditationStanding.InForce },
        ({ Standing: not AccreditationStanding.Withdrawn } a, AccreditationWithdrawn) => a with { Standing = AccreditationStanding.Withdrawn },
        _ => throw new ImpossibleEventException(typeof(Accreditation), e),
    };
}

/// <summary>How an accreditation stands, apart from its dates.</summary>
public enum AccreditationStanding
{
    /// <summary>In force.</summary>
    InForce,

    /// <summary>Suspended until it is reinstated.</summary>
    Suspended,

    /// <summary>Withdrawn for good.</summary>
    Withdrawn,
}
