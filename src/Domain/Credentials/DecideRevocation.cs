using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Decide on a notice, once the holder has answered or their time has passed, by somebody who did not give it.</summary>
public sealed record DecideRevocation(RevocationRuling Ruling, Sealed<string>? Reasons) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>The holder may still answer.</summary>
    public static readonly Rejection TooEarly = new("revocation.too-early", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="renewals">Later renewals that rest on it, whatever became of them: those that the notice names are revoked with it.</param>
    /// <param name="holder">Its holder; nothing can be sealed for one whose data was erased, so that no reasons are asked for.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Credential? credential, IReadOnlyList<Credential> renewals, Person? holder, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (IsRepeat(credential, by)) return Outcome.NothingToDo;
        if (credential.OpenCase is not { Notice: var notice } open) return RevocationCase.NoNotice;
        if (credential.RefusalTo(by) is { } refused) return refused;
        if (by.Person == notice.NotifiedBy || by.Person == issued.Person) return RevocationCase.SameHand;
        if (open.Answer is null && today <= notice.AnswerUntil) return TooEarly;
        if (Ruling is RevocationRuling.Revoked && (NotNamed(notice, renewals) ?? RefusalTo(by, renewals)) is { } unfit) return unfit;
        if (Reasons is null && holder is not { IsErased: true }) return RevocationCase.NoReasons;
        return Ruling is RevocationRuling.Revoked ? new CredentialRevoked(issued.Person, issued.Credential, notice.Ground, Reasons, today, by.Person, Renewals.Named(renewals))
            : new RevocationDropped(issued.Person, issued.Credential, Reasons, by.Person);
    }

    /// <summary>Whoever issued one of the renewals does not take it along, as they would not revoke it.</summary>
    internal static Rejection? RefusalTo(Actor by, IReadOnlyList<Credential> renewals) => Renewals.Standing(renewals).Any(r => r.Issued.IssuedBy == by.Person) ? RevokeCredential.OwnIssue : null;

    private static Rejection? NotNamed(RevocationNotified notice, IReadOnlyList<Credential> renewals) =>
        Renewals.Standing(renewals).Any(r => notice.Renewals?.Contains(r.Issued.Credential) is not true) ? Renewals.NotNamed : null;

    private bool IsRepeat(Credential credential, Actor by) => Ruling is RevocationRuling.Revoked
        ? credential is { Revoked: { } revoked, Case.Notice.Ground: var ground } && (revoked.Ground, revoked.Remark, revoked.RevokedBy) == (ground, Reasons, by.Person)
        : credential.Case?.Dropped is { } dropped && (dropped.Reasons, dropped.DroppedBy) == (Reasons, by.Person);
}

/// <summary>What is decided on a notice.</summary>
public enum RevocationRuling
{
    /// <summary>The credential is revoked.</summary>
    [JsonStringEnumMemberName("revoked")] Revoked,

    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("dropped")] Dropped,
}
