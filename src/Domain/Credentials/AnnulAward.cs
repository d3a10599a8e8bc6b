using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>State that an accepted award counts no more, and why.</summary>
public sealed record AnnulAward(AnnulmentGround Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DeclareResults;

    /// <summary>It was annulled before, on another ground.</summary>
    public static readonly Rejection AlreadyAnnulled = new("award.already-annulled", RejectionKind.Conflict);

    /// <summary>Decide on the award's stream.</summary>
    public Outcome Decide(Award? award)
    {
        if (award is null) return Award.Missing;
        var annulled = new AwardAnnulled(award.Accepted.Person, award.Accepted.Award, Ground, Remark);
        if (award.Annulled is { } before) return before == annulled ? Outcome.NothingToDo : AlreadyAnnulled;
        return annulled;
    }
}
