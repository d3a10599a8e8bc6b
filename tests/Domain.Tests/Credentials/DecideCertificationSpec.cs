using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class DecideCertificationSpec
{
    private static readonly Result Competent = Fold.Of<Result>(Declared)!;
    private static readonly Result Corrected = Fold.Of<Result>(Declared, Failed)!;
    private static readonly Result Annulled = Fold.Of<Result>(Declared, ResultWithdrawn)!;
    private static readonly Completion Attended = Fold.Of<Completion>(Completed)!;

    private static DecideCertification Grant => new(SchemeId, Candidate, Ruling.Granted, [ResultId], [CompletionId]);

    private static Func<Decision?, Outcome> By(Guid person, DecideCertification command, Result? result = null, Completion? completion = null, string body = Body) =>
        decision => command.Decide(decision, TheScheme, Known(Candidate), [result ?? Competent], [completion ?? Attended], [], Acting(person, body), Yesterday);

    // A scheme that takes the equivalent in the place of its result.
    private static readonly Scheme Open = Fold.Of<Scheme>(Established with { Requirements = [new(UnitCode, 3, null, Equivalents: [Equivalences.EquivalenceId]), new(null, null, CourseId)] })!;

    private static DecideCertification OnAward => Grant with { Results = [], Awards = [Equivalences.AwardId] };

    private static Func<Decision?, Outcome> ByAward(Guid person, DecideCertification command, Award? award = null, Scheme? scheme = null, DateOnly? today = null) =>
        decision => command.Decide(decision, scheme ?? Open, Known(Candidate), [], [Attended], [award ?? Equivalences.TheAward], Acting(person), today ?? Yesterday);

    [Fact]
    public void A_body_certifies_on_stated_evidence() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant))
        .Then(Granted);

    [Fact]
    public void A_body_may_refuse_whatever_the_evidence_shows() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Ruling = Ruling.Refused }))
        .Then(Granted with { Ruling = Ruling.Refused });

    [Fact]
    public void A_body_may_refuse_because_a_result_was_annulled() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Ruling = Ruling.Refused }, Annulled))
        .Then(Granted with { Ruling = Ruling.Refused });

    [Fact]
    public void The_same_decision_by_the_same_person_is_nothing_new() => Spec<Decision>
        .Given(Granted)
        .When(By(Certifier, Grant))
        .ThenNothing();

    [Fact]
    public void A_repeat_on_a_later_day_is_nothing_new_whatever_became_of_the_evidence() => Spec<Decision>
        .Given(Granted)
        .When(d => Grant.Decide(d, scheme: null, person: null, [Annulled], [], [], Acting(Certifier), Today.AddYears(1)))
        .ThenNothing();

    [Fact]
    public void What_was_granted_is_not_refused() => Spec<Decision>
        .Given(Granted)
        .When(By(Certifier, Grant with { Ruling = Ruling.Refused }))
        .ThenRejected(DecideCertification.AlreadyDecided);

    [Fact]
    public void Nobody_else_decides_again() => Spec<Decision>
        .Given(Granted)
        .When(By(Registrar, Grant))
        .ThenRejected(DecideCertification.AlreadyDecided);

    [Fact]
    public void No_other_body_decides_again_not_even_by_the_same_person() => Spec<Decision>
        .Given(Granted)
        .When(By(Certifier, Grant, body: OtherBody))
        .ThenRejected(DecideCertification.AlreadyDecided);

    [Fact]
    public void Evidence_in_another_order_is_the_same_decision() =>
        Decision.IdOf(SchemeId, Candidate, [Id(1), Id(2)], [Id(3), Id(4)]).ShouldBe(Decision.IdOf(SchemeId, Candidate, [Id(2), Id(1)], [Id(4), Id(3)]));

    [Fact]
    public void A_result_is_not_taken_for_a_completion() =>
        Decision.IdOf(SchemeId, Candidate, [Id(1), Id(2)], []).ShouldNotBe(Decision.IdOf(SchemeId, Candidate, [Id(1)], [Id(2)]));

    [Fact]
    public void The_scheme_must_be_in_the_ledger() => Spec<Decision>
        .Given()
        .When(d => Grant.Decide(d, scheme: null, Known(Candidate), [Competent], [Attended], [], Acting(Certifier), Today))
        .ThenRejected(Scheme.Missing);

    [Fact]
    public void The_candidate_must_be_in_the_ledger() => Spec<Decision>
        .Given()
        .When(d => Grant.Decide(d, TheScheme, person: null, [Competent], [Attended], [], Acting(Certifier), Today))
        .ThenRejected(Person.Missing);

    [Fact]
    public void Only_a_body_that_the_scheme_names_decides() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant, body: OtherBody))
        .ThenRejected(Scheme.NotAnIssuer);

    [Fact]
    public void Another_body_learns_nothing_about_the_evidence() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Results = [Id(0xE9)] }, body: OtherBody))
        .ThenRejected(Scheme.NotAnIssuer);

    [Fact]
    public void A_decision_rests_on_a_result() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Results = [] }))
        .ThenRejected(DecideCertification.BadEvidence);

    [Fact]
    public void Evidence_is_named_once() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Completions = [CompletionId, CompletionId] }))
        .ThenRejected(DecideCertification.BadEvidence);

    [Fact]
    public void A_result_must_be_in_the_ledger() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Results = [ResultId, Id(0xE9)] }))
        .ThenRejected(Result.Missing);

    [Fact]
    public void A_completion_must_be_in_the_ledger() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant with { Completions = [Id(0xC9)] }))
        .ThenRejected(Completion.Missing);

    [Fact]
    public void Nobody_is_certified_on_a_result_of_another_person() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant, result: Fold.Of<Result>(Declared with { Person = Stranger })))
        .ThenRejected(DecideCertification.OthersEvidence);

    [Fact]
    public void Nobody_is_certified_on_a_completion_of_another_person() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant, completion: Fold.Of<Completion>(Completed with { Person = Stranger })))
        .ThenRejected(DecideCertification.OthersEvidence);

    [Fact]
    public void Nobody_decides_on_themself() => Spec<Decision>
        .Given()
        .When(By(Candidate, Grant))
        .ThenRejected(DecideCertification.OnSelf);

    [Fact]
    public void Whoever_examined_does_not_decide() => Spec<Decision>
        .Given()
        .When(By(Examiner, Grant))
        .ThenRejected(DecideCertification.ByExaminer);

    [Fact]
    public void Whoever_examined_does_not_refuse_either() => Spec<Decision>
        .Given()
        .When(By(Examiner, Grant with { Ruling = Ruling.Refused }))
        .ThenRejected(DecideCertification.ByExaminer);

    [Theory, InlineData(0xA2), InlineData(0xA3)]
    public void After_a_correction_neither_who_declared_nor_who_corrected_decides(int examiner) => Spec<Decision>
        .Given()
        .When(By(Id(examiner), Grant, Corrected))
        .ThenRejected(DecideCertification.ByExaminer);

    [Fact]
    public void Nobody_is_certified_before_the_scheme_opens() => Spec<Decision>
        .Given()
        .When(d => Grant.Decide(d, TheScheme, Known(Candidate), [Competent], [Attended], [], Acting(Certifier), Established.From.AddDays(-1)))
        .ThenRejected(DecideCertification.BeforeScheme);

    [Fact]
    public void Nobody_is_certified_on_an_annulled_result() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant, Annulled))
        .ThenRejected(DecideCertification.RequirementsNotMet);

    [Fact]
    public void Nobody_is_certified_on_a_grade_that_was_corrected_away() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant, Corrected))
        .ThenRejected(DecideCertification.RequirementsNotMet);

    [Fact]
    public void Nobody_is_certified_on_an_annulled_completion() => Spec<Decision>
        .Given()
        .When(By(Certifier, Grant, completion: Fold.Of<Completion>(Completed, CompletionWithdrawn)))
        .ThenRejected(DecideCertification.RequirementsNotMet);

    [Fact]
    public void On_a_person_whose_data_was_erased_nothing_is_decided() => Spec<Decision>
        .Given()
        .When(d => Grant.Decide(d, TheScheme, Forgotten, [Competent], [Attended], [], Acting(Certifier), Yesterday))
        .ThenRejected(Person.Erased);

    [Fact]
    public void An_accepted_award_stands_in_the_place_of_a_result() => Spec<Decision>
        .Given()
        .When(ByAward(Certifier, OnAward))
        .Then(Granted with { Decision = OnAward.Id, Results = [], Awards = [Equivalences.AwardId] });

    [Fact]
    public void A_decision_without_awards_is_named_as_it_was_before_there_were_any()
    {
        DecisionId.ShouldBe(Ids.Derive("decision", SchemeId.Key(), Candidate.Key(), ResultId.Key(), CompletionId.Key()));
        (Grant with { Awards = [] }).Id.ShouldBe(DecisionId);
        Spec<Decision>.Given().When(By(Certifier, Grant with { Awards = [] })).Then(Granted);
    }

    [Fact]
    public void An_award_is_taken_for_nothing_else() =>
        Decision.IdOf(SchemeId, Candidate, [Id(1)], [], [Id(2)]).ShouldNotBe(Decision.IdOf(SchemeId, Candidate, [Id(1)], [Id(2)]));

    [Fact]
    public void Whoever_accepted_the_award_does_not_decide()
    {
        Spec<Decision>.Given().When(ByAward(Examiner, OnAward)).ThenRejected(DecideCertification.ByAccepter);
        Spec<Decision>.Given().When(ByAward(Examiner, OnAward with { Ruling = Ruling.Refused })).ThenRejected(DecideCertification.ByAccepter);
    }

    [Fact]
    public void An_award_must_be_in_the_ledger_be_the_candidates_and_be_named_once()
    {
        Spec<Decision>.Given().When(ByAward(Certifier, OnAward with { Awards = [Id(0xE9)] })).ThenRejected(Award.Missing);
        Spec<Decision>.Given().When(ByAward(Certifier, OnAward, Fold.Of<Award>(Equivalences.Accepted with { Person = Stranger }))).ThenRejected(DecideCertification.OthersEvidence);
        Spec<Decision>.Given().When(ByAward(Certifier, OnAward with { Awards = [Equivalences.AwardId, Equivalences.AwardId] })).ThenRejected(DecideCertification.BadEvidence);
    }

    [Fact]
    public void Nobody_is_certified_on_an_award_that_was_annulled_or_has_become_too_old_or_that_the_scheme_does_not_name()
    {
        Spec<Decision>.Given().When(ByAward(Certifier, OnAward, Equivalences.TheAnnulledAward)).ThenRejected(DecideCertification.RequirementsNotMet);
        Spec<Decision>.Given().When(ByAward(Certifier, OnAward, today: new(2028, 6, 15))).ThenRejected(DecideCertification.RequirementsNotMet);
        Spec<Decision>.Given().When(ByAward(Certifier, OnAward, scheme: TheScheme)).ThenRejected(DecideCertification.RequirementsNotMet);
    }
}
