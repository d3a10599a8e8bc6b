using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Credentials.Equivalences;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class AcceptAwardSpec
{
    private static AcceptAward Accept => new(AwardId, Candidate, EquivalenceId, Accepted.Number, Accepted.AwardedOn, Transcript);

    private static Func<Award?, Outcome> By(Guid person, AcceptAward command, Equivalence? equivalence = null, DateOnly? on = null) =>
        a => command.Decide(a, Known(Candidate), equivalence ?? TheEquivalence, null, Acting(person), on ?? Today);

    [Fact]
    public void An_award_is_accepted_under_an_equivalence_by_somebody_who_looked_at_it() => Spec<Award>
        .Given()
        .When(By(Examiner, Accept))
        .Then(Accepted);

    [Fact]
    public void A_certificate_is_accepted_as_one_award()
    {
        Spec<Award>.Given().When(a => Accept.Decide(a, Known(Candidate), TheEquivalence, Id(0xA2), Acting(Examiner), Today)).ThenRejected(AcceptAward.SameCertificate);
        Spec<Award>.Given(Accepted).When(a => Accept.Decide(a, Known(Candidate), TheEquivalence, AwardId, Acting(Examiner), Today)).ThenNothing();
    }

    [Fact]
    public void It_counts_without_end_where_the_equivalence_says_nothing_of_months() => Spec<Award>
        .Given()
        .When(By(Examiner, Accept, Of(Terms with { Months = null })))
        .Then(Accepted with { CountsUntil = null });

    [Fact]
    public void The_days_of_awards_the_first_and_the_last_day_of_use_are_within()
    {
        var terms = Terms with { AwardedFrom = Accepted.AwardedOn, AwardedUntil = Accepted.AwardedOn, AppliesFrom = Today };
        Spec<Award>.Given().When(By(Examiner, Accept, Of(terms))).Then(Accepted);
        Spec<Award>.Given().When(By(Examiner, Accept, on: new(2028, 6, 14))).Then(Accepted);
    }

    [Fact]
    public void An_award_of_before_the_recognition_is_accepted_where_the_equivalence_is_for_its_day() => Spec<Award>
        .Given()
        .When(By(Examiner, Accept with { AwardedOn = new(2024, 6, 1) }))
        .Then(Accepted with { AwardedOn = new(2024, 6, 1), CountsUntil = new(2027, 5, 31) });

    [Fact]
    public void The_same_again_is_nothing_new_whoever_asks_and_whatever_became_of_the_equivalence() => Spec<Award>
        .Given(Accepted)
        .When(a => Accept.Decide(a, null, null, null, Acting(SecondExaminer), Today.AddYears(9)))
        .ThenNothing();

    [Fact]
    public void The_same_id_is_not_another_award()
    {
        foreach (var other in new[] { Accept with { AwardedOn = Yesterday }, Accept with { Equivalence = Id(0xE9) }, Accept with { Number = Sealed<string>(Candidate, "other") }, Accept with { Evidence = ScoreSheet }, Accept with { Person = Stranger } })
            Spec<Award>.Given(Accepted).When(By(Examiner, other)).ThenRejected(AcceptAward.AlreadyAccepted);
    }

    [Fact]
    public void Nobody_accepts_an_award_of_their_own() => Spec<Award>
        .Given()
        .When(By(Candidate, Accept))
        .ThenRejected(AcceptAward.ByHolder);

    [Fact]
    public void The_holder_and_the_equivalence_must_be_in_the_ledger()
    {
        Spec<Award>.Given().When(a => Accept.Decide(a, null, TheEquivalence, null, Acting(Examiner), Today)).ThenRejected(Person.Missing);
        Spec<Award>.Given().When(a => Accept.Decide(a, Known(Candidate), null, null, Acting(Examiner), Today)).ThenRejected(Equivalence.Missing);
        Spec<Award>.Given().When(a => Accept.Decide(a, Forgotten, TheEquivalence, null, Acting(Examiner), Today)).ThenRejected(Person.Erased);
    }

    [Fact]
    public void An_award_has_its_own_number_and_something_that_proves_it()
    {
        Spec<Award>.Given().When(By(Examiner, Accept with { Number = null })).ThenRejected(AcceptAward.NoNumber);
        Spec<Award>.Given().When(By(Examiner, Accept with { Evidence = new(EvidenceKind.Transcript, "") })).ThenRejected(Evidence.Malformed);
    }

    [Fact]
    public void Nothing_is_accepted_before_the_equivalence_applies_or_after_it_was_withdrawn()
    {
        Spec<Award>.Given().When(By(Examiner, Accept, on: Terms.AppliesFrom.AddDays(-1))).ThenRejected(AcceptAward.NotApplied);
        Spec<Award>.Given().When(By(Examiner, Accept, Fold.Of<Equivalence>(Recognised, WithdrawnToday))).ThenRejected(AcceptAward.NotApplied);
    }

    [Fact]
    public void Up_to_the_day_of_the_withdrawal_awards_are_accepted() => Spec<Award>
        .Given()
        .When(By(Examiner, Accept, Fold.Of<Equivalence>(Recognised, WithdrawnToday), Yesterday))
        .Then(Accepted);

    [Theory, InlineData("2023-12-31"), InlineData("2027-03-01")]
    public void An_award_of_another_time_is_not_accepted(string day) => Spec<Award>
        .Given()
        .When(By(Examiner, Accept with { AwardedOn = Day(day) }))
        .ThenRejected(AcceptAward.OtherDays);

    [Fact]
    public void No_award_is_of_a_day_to_come() => Spec<Award>
        .Given()
        .When(By(Examiner, Accept with { AwardedOn = Tomorrow }))
        .ThenRejected(AcceptAward.InFuture);

    [Theory, InlineData("2024-03-15", false), InlineData("2024-03-16", true)]
    public void An_award_counts_for_its_months_and_no_longer(string day, bool counts)
    {
        var answer = Spec<Award>.Given().When(By(Examiner, Accept with { AwardedOn = Day(day) }));
        if (counts) answer.Then(Accepted with { AwardedOn = Day(day), CountsUntil = Today });
        else answer.ThenRejected(AcceptAward.TooOld);
    }
}
