using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Equivalences;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class WithdrawEquivalenceSpec
{
    private static Func<Equivalence?, Outcome> Withdraw(DateOnly from, RecognitionDecision? decision = null, Guid? by = null, string body = Tpqi) =>
        e => new WithdrawEquivalence(from, decision ?? EndedBy).Decide(e, KeyOf(body), Acting(by ?? Certifier, body), Today, () => Statement);

    private static SigningKey KeyOf(string body) => Fold.Of<SigningKey>(Keys.KeyRegistered with { Organisation = body, From = new(2027, 1, 1) })!;

    [Fact]
    public void From_a_day_on_no_award_is_accepted_any_more() => Spec<Equivalence>
        .Given(Recognised)
        .When(Withdraw(Today))
        .Then(WithdrawnToday);

    [Fact]
    public void It_may_be_withdrawn_ahead_of_time_by_whoever_has_the_mandate() => Spec<Equivalence>
        .Given(Recognised)
        .When(Withdraw(Today.AddYears(1), by: Registrar, body: OtherBody))
        .Then(WithdrawnToday with { From = Today.AddYears(1), By = Registrar, Organisation = OtherBody });

    [Fact]
    public void The_same_again_is_nothing_new_on_whatever_day() => Spec<Equivalence>
        .Given(Recognised, WithdrawnToday)
        .When(e => new WithdrawEquivalence(Today, EndedBy).Decide(e, null, Acting(Registrar, Tpqi), Today.AddYears(1), () => throw new InvalidOperationException()))
        .ThenNothing();

    [Fact]
    public void A_withdrawal_is_not_changed()
    {
        Spec<Equivalence>.Given(Recognised, WithdrawnToday).When(Withdraw(Tomorrow)).ThenRejected(WithdrawEquivalence.AlreadyWithdrawn);
        Spec<Equivalence>.Given(Recognised, WithdrawnToday).When(Withdraw(Today, ByDecision)).ThenRejected(WithdrawEquivalence.AlreadyWithdrawn);
    }

    [Fact]
    public void Nobody_withdraws_for_days_that_have_gone() => Spec<Equivalence>
        .Given(Recognised)
        .When(Withdraw(Yesterday))
        .ThenRejected(WithdrawEquivalence.Backdated);

    [Fact]
    public void It_rests_on_a_decision_that_was_made()
    {
        Spec<Equivalence>.Given(Recognised).When(Withdraw(Today, EndedBy with { Sha256 = "none" })).ThenRejected(RecogniseEquivalence.BadDecision);
        Spec<Equivalence>.Given(Recognised).When(Withdraw(Tomorrow, EndedBy with { Date = Tomorrow })).ThenRejected(RecogniseEquivalence.InFuture);
    }

    [Fact]
    public void It_is_signed_by_a_key_of_the_organisation_that_is_in_force()
    {
        Spec<Equivalence>.Given(Recognised).When(With(null)).ThenRejected(IssueCredential.KeyNotRegistered);
        Spec<Equivalence>.Given(Recognised).When(With(KeyOf(OtherBody))).ThenRejected(IssueCredential.KeyNotRegistered);
        Spec<Equivalence>.Given(Recognised).When(With(KeyOf(Tpqi) with { Until = Today })).ThenRejected(SigningKey.Ended);

        static Func<Equivalence?, Outcome> With(SigningKey? key) => e => new WithdrawEquivalence(Today, EndedBy).Decide(e, key, Acting(Certifier, Tpqi), Today, () => throw new InvalidOperationException());
    }

    [Fact]
    public void Nothing_is_signed_of_a_day_that_nobody_can_mean()
    {
        Spec<Equivalence>.Given(Recognised).When(On(new(2569, 1, 1), EndedBy)).ThenRejected(PlausibleDay.Implausible, "from");
        Spec<Equivalence>.Given(Recognised).When(On(Today, EndedBy with { Date = DateOnly.MinValue })).ThenRejected(PlausibleDay.Implausible, "date");

        static Func<Equivalence?, Outcome> On(DateOnly from, RecognitionDecision decision) => e =>
            new WithdrawEquivalence(from, decision).Decide(e, KeyOf(Tpqi), Acting(Certifier, Tpqi), Today, () => throw new InvalidOperationException());
    }

    [Fact]
    public void One_from_before_withdrawals_were_signed_stays() => Spec<Equivalence>
        .Given(Recognised, WithdrawnToday with { Organisation = null, Statement = null })
        .When(Withdraw(Today))
        .ThenNothing();

    [Fact]
    public void What_nobody_recognised_is_not_withdrawn() => Spec<Equivalence>
        .Given()
        .When(Withdraw(Today))
        .ThenRejected(Equivalence.Missing);
}
