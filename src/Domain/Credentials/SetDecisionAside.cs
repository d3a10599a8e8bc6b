using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Have a decision to certify wait no more, by the body that decided, once nobody can carry it out: its evidence counts no more, say. It takes nothing from anybody who could still be certified on it.</summary>
public sealed record SetDecisionAside(Sealed<string>? Reasons) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DecideCertification;

    /// <summary>It was set aside before, for other reasons or by someone else.</summary>
    public static readonly Rejection AlreadySetAside = new("decision.already-set-aside", RejectionKind.Conflict);

    /// <summary>A credential of it can be issued, today or later.</summary>
    public static readonly Rejection StillOpen = new("decision.still-open", RejectionKind.Conflict);

    /// <summary>Its credential was issued, or another decision renewed the same.</summary>
    public static readonly Rejection CarriedOut = new("decision.carried-out", RejectionKind.Conflict);

    /// <summary>The record says why.</summary>
    public static readonly Rejection NoReasons = new("decision.no-reasons", RejectionKind.Invalid, "reasons");

    /// <summary>Decide on the decision's stream.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="credential">The credential that carries it out, or renews the same; null for none.</param>
    /// <param name="basis">What a credential would rest on.</param>
    /// <param name="by">Who sets it aside.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Decision? decision, Credential? credential, IssueCredential.Basis basis, Actor by, DateOnly today)
    {
        if (decision is not { Decided: var decided }) return Decision.Missing;
        if (decision.SetAside is { } before) return (before.Reasons, before.SetAsideBy) == (Reasons, by.Person) ? Outcome.NothingToDo : AlreadySetAside;
        if (decided.Ruling is Ruling.Refused) return IssueCredential.DecisionRefused;
        if (by.Organisation != decided.Body) return IssueCredential.OtherBody;
        if (by.Person == decided.Person) return DecideCertification.OnSelf;
        if (credential is not null) return CarriedOut;
        if (basis.Hindrance(today) is not { } hindrance) return StillOpen;
        if (Reasons is null && hindrance != Person.Erased) return NoReasons;
        return new DecisionSetAside(decided.Person, decided.Decision, Credential.IdOf(decided), decided.Body, hindrance.Code, Reasons, by.Person, today);
    }
}
