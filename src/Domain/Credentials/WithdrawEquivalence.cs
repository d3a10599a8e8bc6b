using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Accept no more awards under an equivalence from a day on, by a dated decision. What was accepted before stands.</summary>
/// <param name="From">First day on which none is accepted.</param>
/// <param name="Decision">The decision that it rests on.</param>
public sealed record WithdrawEquivalence(DateOnly From, RecognitionDecision Decision) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepSchemes;

    /// <summary>It was withdrawn before, from another day or by another decision.</summary>
    public static readonly Rejection AlreadyWithdrawn = new("equivalence.already-withdrawn", RejectionKind.Conflict);

    /// <summary>It would end before today: what was accepted was accepted rightly.</summary>
    public static readonly Rejection Backdated = new("equivalence.backdated", RejectionKind.Invalid, "from");

    /// <summary>Decide on the equivalence's stream; asks for a signature only when one is to be recorded. Whoever holds the mandate now withdraws, whoever recognised.</summary>
    /// <param name="equivalence">The equivalence.</param>
    /// <param name="key">The key that would sign.</param>
    /// <param name="by">Who withdraws.</param>
    /// <param name="today">Today in Thailand.</param>
    /// <param name="sign">Signs the withdrawal.</param>
    public Outcome Decide(Equivalence? equivalence, SigningKey? key, Actor by, DateOnly today, Func<StatementSignature> sign)
    {
        if (equivalence is null) return Equivalence.Missing;
        if (equivalence.Withdrawn is { } before) return (before.From, before.Decision) == (From, Decision) ? Outcome.NothingToDo : AlreadyWithdrawn;
        if (!Decision.IsNamed) return RecogniseEquivalence.BadDecision;
        if (Decision.Date > today) return RecogniseEquivalence.InFuture;
        if (From < today) return Backdated;
        var withdrawn = new EquivalenceWithdrawn(equivalence.Recognised.Equivalence, From, Decision, by.Person, by.Organisation);
        if (PlausibleDay.FlawIn(withdrawn) is { } slip) return slip;
        if (key?.Registered.Organisation != by.Organisation) return IssueCredential.KeyNotRegistered;
        return key.RefusalOn(today) is { } unfit ? unfit : withdrawn with { Statement = sign() };
    }
}
