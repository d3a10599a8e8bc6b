using System.Text.Json.Serialization;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Rule on the holder's appeal, for the body that issued or for the party that answers for all bodies, by somebody who had no hand in the case.</summary>
public sealed record RuleOnAppeal(AppealRuling Ruling, Sealed<string>? Reasons) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>The holder has not appealed.</summary>
    public static readonly Rejection NoAppeal = new("revocation.no-appeal", RejectionKind.Conflict);

    /// <summary>It was ruled on before, otherwise or by someone else.</summary>
    public static readonly Rejection AlreadyRuled = new("revocation.already-ruled", RejectionKind.Conflict);

    /// <summary>Neither the body that issued nor the party with the mandate to certify.</summary>
    public static readonly Rejection OutsideMandate = new("revocation.outside-mandate", RejectionKind.Forbidden);

    /// <summary>Decide on the credential's stream.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="case">What the appeal is about beside it.</param>
    /// <param name="holder">Its holder; nothing can be sealed for one whose data was erased, so that no reasons are asked for.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="by">Who rules.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Credential? credential, AppealedCase @case, Person? holder, Agreement? agreement, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (credential.Appeal is not { } appeal) return NoAppeal;
        if (!appeal.IsOpen || credential.Revoked is null) return IsRepeat(appeal, by) ? Outcome.NothingToDo : AlreadyRuled;
        if (by.Organisation != issued.Document.Issuer && !HoldsMandate(agreement, by)) return OutsideMandate;
        if (by.Person == issued.Person || @case.HadAHand(credential, by.Person)) return RevocationCase.SameHand;
        if (Reasons is null && holder is not { IsErased: true }) return RevocationCase.NoReasons;
        return Ruling is AppealRuling.Upheld ? new AppealUpheld(issued.Person, issued.Credential, Reasons, today, by.Person)
            : new AppealDismissed(issued.Person, issued.Credential, Reasons, by.Person);
    }

    /// <summary>Whether an actor rules on appeals against revocations of any body: for the party with the mandate to certify.</summary>
    public static bool HoldsMandate(Agreement? agreement, Actor by) => agreement?.Party(by.Organisation) is { } party && agreement.MandateOf(party, Needs) is not null;

    private bool IsRepeat(Appeal appeal, Actor by) => Ruling is AppealRuling.Upheld
        ? appeal.Upheld is { } upheld && (upheld.Reasons, upheld.UpheldBy) == (Reasons, by.Person)
        : appeal.Dismissed is { } dismissed && (dismissed.Reasons, dismissed.DismissedBy) == (Reasons, by.Person);
}

/// <summary>What an appeal is about beside the credential whose revocation it is against; a ruling on that one is a ruling on all of it.</summary>
/// <param name="Others">The renewals that the revocation took along, and the credentials whose places these or the first one took.</param>
/// <param name="Decisions">The decisions to certify that all these carry out.</param>
public sealed record AppealedCase(IReadOnlyList<Credential> Others, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Nothing but the credential.</summary>
    public static readonly AppealedCase Empty = new([], []);

    /// <summary>Whether somebody certified, issued, gave notice or revoked: of the credential or of anything beside it.</summary>
    internal bool HadAHand(Credential credential, Guid person) =>
        Others.Prepend(credential).Any(c => c.Issued.IssuedBy == person || c.Revoked?.RevokedBy == person || c.Case?.Notice.NotifiedBy == person) || Decisions.Any(d => d.Decided.DecidedBy == person);
}

/// <summary>What is ruled on an appeal.</summary>
public enum AppealRuling
{
    /// <summary>The revocation falls.</summary>
    [JsonStringEnumMemberName("upheld")] Upheld,

    /// <summary>The revocation stands.</summary>
    [JsonStringEnumMemberName("dismissed")] Dismissed,
}
