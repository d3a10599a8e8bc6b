using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Give the holder notice that the credential may be revoked, with the facts, and time to answer (Administrative Procedure Act B.E. 2539, section 30).</summary>
public sealed record NotifyRevocation(Ground Ground, Sealed<string>? Particulars, DateOnly AnswerUntil) : ICommand
{
    /// <summary>Fewest and most days that a holder has for an answer. The law asks for a sufficient opportunity; fifteen are what it gives for an appeal.</summary>
    public const int FewestDays = 15, MostDays = 90;

    /// <inheritdoc/>
    public static Duty Needs => Duties.RevokeCredentials;

    /// <summary>Another notice waits for its decision.</summary>
    public static readonly Rejection AlreadyNotified = new("revocation.already-notified", RejectionKind.Conflict);

    /// <summary>The holder has fewer days or more than a notice may give.</summary>
    public static readonly Rejection BadTerm = new("revocation.bad-term", RejectionKind.Invalid, "answerUntil");

    /// <summary>Decide on the credential's stream.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="renewals">Later renewals that rest on it, whatever became of them: those that stand are named in the notice.</param>
    /// <param name="by">Who gives notice.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Credential? credential, IReadOnlyList<Credential> renewals, Actor by, DateOnly today)
    {
        if (credential is not { Issued: var issued }) return Credential.Missing;
        if (credential.Settled is { } settled) return settled;
        if (credential.OpenCase is { Notice: var before })
            return (before.Ground, before.Particulars, before.AnswerUntil, before.NotifiedBy) == (Ground, Particulars, AnswerUntil, by.Person) ? Outcome.NothingToDo : AlreadyNotified;
        if (by.Organisation != issued.Document.Issuer) return RevokeCredential.OtherBody;
        if (Ground is Ground.HolderRequest) return RevocationCase.NotAgainstHolder;
        if (Renewals.Refusal(renewals, Ground) is { } alone) return alone;
        if (Particulars is null) return RevocationCase.NoReasons;
        return AnswerUntil < today.AddDays(FewestDays) || AnswerUntil > today.AddDays(MostDays) ? BadTerm
            : new RevocationNotified(issued.Person, issued.Credential, Ground, Particulars, AnswerUntil, by.Person, Renewals.Named(renewals));
    }
}
