using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Learning;

/// <summary>State that a recorded completion counts no more, and why.</summary>
public sealed record AnnulCompletion(AnnulmentGround Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RecordTraining;

    /// <summary>It was annulled before, on another ground.</summary>
    public static readonly Rejection AlreadyAnnulled = new("completion.already-annulled", RejectionKind.Conflict);

    /// <summary>Decide on the completion's stream.</summary>
    public Outcome Decide(Completion? completion)
    {
        if (completion is null) return Completion.Missing;
        var annulled = new CompletionAnnulled(completion.Recorded.Person, completion.Recorded.Completion, Ground, Remark);
        if (completion.Annulled is { } before) return before == annulled ? Outcome.NothingToDo : AlreadyAnnulled;
        return annulled;
    }
}
