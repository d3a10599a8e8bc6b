using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Assessment;

/// <summary>State that a declared result counts no more, and why.</summary>
public sealed record AnnulResult(AnnulmentGround Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DeclareResults;

    /// <summary>It was annulled before, on another ground.</summary>
    public static readonly Rejection AlreadyAnnulled = new("result.already-annulled", RejectionKind.Conflict);

    /// <summary>Decide on the result's stream.</summary>
    public Outcome Decide(Result? result)
    {
        if (result is null) return Result.Missing;
        var d = result.Declared;
        var annulled = new ResultAnnulled(d.Person, d.Result, d.Framework, d.Unit, d.Level, Ground, Remark);
        if (result.Annulled is { } before) return before == annulled ? Outcome.NothingToDo : AlreadyAnnulled;
        return annulled;
    }
}
