using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Answer a notice of revocation, as the holder; once, and as long as nothing is decided, also after the time that the notice gives.</summary>
public sealed record AnswerNotice(Sealed<string>? Answer) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.OwnRecord;

    /// <summary>The notice was answered before, otherwise.</summary>
    public static readonly Rejection AlreadyAnswered = new("revocation.already-answered", RejectionKind.Conflict);

    /// <summary>Decide on the credential's stream.</summary>
    public Outcome Decide(Credential? credential, Actor by)
    {
        if (credential is not { Issued: var issued } || issued.Person != by.Person) return Credential.Missing;
        if (credential.OpenCase is not { } open) return RevocationCase.NoNotice;
        if (open.Answer is { } before) return before.Answer == Answer ? Outcome.NothingToDo : AlreadyAnswered;
        return Answer is null ? RevocationCase.NoReasons : new NoticeAnswered(issued.Person, issued.Credential, Answer);
    }
}
