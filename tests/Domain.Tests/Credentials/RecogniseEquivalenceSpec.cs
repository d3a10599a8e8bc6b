using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Equivalences;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class RecogniseEquivalenceSpec
{
    private static readonly SigningKey TheKey = Fold.Of<SigningKey>(Keys.KeyRegistered with { Organisation = Tpqi, From = new(2027, 1, 1) })!;

    private static Func<Equivalence?, Outcome> Recognise(EquivalenceTerms terms, string body = Tpqi, Guid? by = null) =>
        e => new RecogniseEquivalence(EquivalenceId, terms).Decide(e, TheFramework, TheKey, Acting(by ?? Certifier, body), Today, () => Statement);

    [Fact]
    public void A_foreign_qualification_is_recognised_by_a_dated_decision_and_signed() => Spec<Equivalence>
        .Given()
        .When(Recognise(Terms))
        .Then(Recognised);

    [Fact]
    public void It_may_be_for_a_unit_without_levels_and_without_any_end() => Spec<Equivalence>
        .Given()
        .When(Recognise(Terms with { Unit = PlainUnit, Level = null, AwardedUntil = null, Months = null }))
        .Then(Recognised with { Terms = Terms with { Unit = PlainUnit, Level = null, AwardedUntil = null, Months = null } });

    [Fact]
    public void It_may_apply_from_a_later_day_and_to_awards_of_a_single_day() => Spec<Equivalence>
        .Given()
        .When(Recognise(Terms with { AppliesFrom = Tomorrow, AwardedUntil = Terms.AwardedFrom }))
        .Then(Recognised with { Terms = Terms with { AppliesFrom = Tomorrow, AwardedUntil = Terms.AwardedFrom } });

    [Fact]
    public void The_same_again_is_nothing_new_whoever_asks_for_the_organisation() => Spec<Equivalence>
        .Given(Recognised)
        .When(Recognise(Terms, by: Registrar))
        .ThenNothing();

    [Fact]
    public void Nothing_is_signed_for_a_repeat() => Spec<Equivalence>
        .Given(Recognised)
        .When(e => new RecogniseEquivalence(EquivalenceId, Terms).Decide(e, null, null, Acting(Certifier, Tpqi), Today.AddYears(9), () => throw new InvalidOperationException()))
        .ThenNothing();

    [Fact]
    public void Nothing_is_signed_of_a_day_that_nobody_can_mean()
    {
        Spec<Equivalence>.Given().When(On(Terms with { AwardedFrom = DateOnly.MinValue })).ThenRejected(PlausibleDay.Implausible, "awardedFrom");
        Spec<Equivalence>.Given().When(On(Terms with { AwardedUntil = new(2570, 1, 1) })).ThenRejected(PlausibleDay.Implausible, "awardedUntil");
        Spec<Equivalence>.Given().When(On(Terms with { AppliesFrom = DateOnly.MaxValue })).ThenRejected(PlausibleDay.Implausible, "appliesFrom");
        Spec<Equivalence>.Given().When(On(Terms with { Decision = ByDecision with { Date = DateOnly.MinValue } })).ThenRejected(PlausibleDay.Implausible, "date");

        static Func<Equivalence?, Outcome> On(EquivalenceTerms terms) => e =>
            new RecogniseEquivalence(EquivalenceId, terms).Decide(e, TheFramework, TheKey, Acting(Certifier, Tpqi), Today, () => throw new InvalidOperationException());
    }

    [Fact]
    public void A_change_is_another_equivalence() => Spec<Equivalence>
        .Given(Recognised)
        .When(Recognise(Terms with { Months = 24 }))
        .ThenRejected(RecogniseEquivalence.AlreadyRecognised);

    [Fact]
    public void Nor_does_another_organisation_recognise_it_again() => Spec<Equivalence>
        .Given(Recognised)
        .When(Recognise(Terms, OtherBody))
        .ThenRejected(RecogniseEquivalence.AlreadyRecognised);

    [Theory, InlineData(""), InlineData(" x"), InlineData("a\nb"), InlineData("a\u202Eb")]
    public void Every_text_is_a_plain_line_since_it_is_signed(string text)
    {
        foreach (var q in new[] { Terms.Qualification with { BodyTh = text }, Terms.Qualification with { BodyEn = text }, Terms.Qualification with { TitleTh = text }, Terms.Qualification with { TitleEn = text }, Terms.Qualification with { Version = text } })
            Spec<Equivalence>.Given().When(Recognise(Terms with { Qualification = q })).ThenRejected(RecogniseEquivalence.BadText);
    }

    [Fact]
    public void It_counts_as_a_unit_and_level_of_a_framework_in_the_ledger()
    {
        Spec<Equivalence>.Given().When(e => new RecogniseEquivalence(EquivalenceId, Terms).Decide(e, null, TheKey, Acting(Certifier, Tpqi), Today, () => Statement)).ThenRejected(FrameworkVersion.Missing);
        Spec<Equivalence>.Given().When(Recognise(Terms with { Unit = "NO-SUCH-UNIT" })).ThenRejected(FrameworkVersion.NoSuchUnit);
        Spec<Equivalence>.Given().When(Recognise(Terms with { Level = 7 })).ThenRejected(FrameworkVersion.NoSuchLevel);
    }

    [Fact]
    public void The_decision_can_be_looked_up()
    {
        foreach (var decision in new[] { ByDecision with { Number = "" }, ByDecision with { Number = "a\nb" }, ByDecision with { Sha256 = "" }, ByDecision with { Sha256 = new string('A', 64) } })
            Spec<Equivalence>.Given().When(Recognise(Terms with { Decision = decision })).ThenRejected(RecogniseEquivalence.BadDecision);
    }

    [Fact]
    public void No_decision_is_of_a_day_to_come() => Spec<Equivalence>
        .Given()
        .When(Recognise(Terms with { Decision = ByDecision with { Date = Tomorrow }, AppliesFrom = Tomorrow }))
        .ThenRejected(RecogniseEquivalence.InFuture);

    [Fact]
    public void It_does_not_apply_before_its_decision_and_awards_do_not_end_before_they_begin()
    {
        Spec<Equivalence>.Given().When(Recognise(Terms with { AppliesFrom = ByDecision.Date.AddDays(-1) })).ThenRejected(RecogniseEquivalence.BadDays);
        Spec<Equivalence>.Given().When(Recognise(Terms with { AwardedUntil = Terms.AwardedFrom.AddDays(-1) })).ThenRejected(RecogniseEquivalence.BadDays);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(121)]
    public void An_award_counts_for_a_month_to_ten_years(int months) => Spec<Equivalence>
        .Given()
        .When(Recognise(Terms with { Months = months }))
        .ThenRejected(RecogniseEquivalence.BadMonths);

    [Fact]
    public void It_is_signed_by_a_key_of_the_organisation_that_is_in_force()
    {
        Spec<Equivalence>.Given().When(With(null)).ThenRejected(IssueCredential.KeyNotRegistered);
        Spec<Equivalence>.Given().When(With(TheKey with { Registered = TheKey.Registered with { Organisation = OtherBody } })).ThenRejected(IssueCredential.KeyNotRegistered);
        Spec<Equivalence>.Given().When(With(TheKey with { Until = Today })).ThenRejected(SigningKey.Ended);
        Spec<Equivalence>.Given().When(With(TheKey with { Registered = TheKey.Registered with { From = Tomorrow } })).ThenRejected(IssueCredential.KeyNotYetInForce);

        static Func<Equivalence?, Outcome> With(SigningKey? key) => e => new RecogniseEquivalence(EquivalenceId, Terms).Decide(e, TheFramework, key, Acting(Certifier, Tpqi), Today, () => throw new InvalidOperationException());
    }
}
