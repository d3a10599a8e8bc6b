using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Decide on a notice, once the holder has answered or their time has passed, by somebody who did not give it.</summary>
public sealed record DecideRevocation(RevocationRuling Ruling, Sealed<string>? Reasons) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>The holder may still answer.</summary>
    public static readonly Rejection TooEarly = new("revocation.too-early", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    public Outcome Decide(Credential? credential, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (IsRepeat(credential, by)) return Outcome.NothingToDo;
        if (credential.OpenCase is not { Notice: var notice } open) return RevocationCase.NoNotice;
        if (credential.RefusalTo(by) is { } refused) return refused;
        if (by.Person == notice.NotifiedBy || by.Person == issued.Person) return RevocationCase.SameHand;
        if (open.Answer is null && today <= notice.AnswerUntil) return TooEarly;
        if (Reasons is null) return RevocationCase.NoReasons;
        return Ruling is RevocationRuling.Revoked ? new CredentialRevoked(issued.Person, issued.Credential, notice.Ground, Reasons, today, by.Person)
            : new RevocationDropped(issued.Person, issued.Credential, Reasons, by.Person);
    }

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
