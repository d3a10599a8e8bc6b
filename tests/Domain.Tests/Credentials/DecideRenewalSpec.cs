using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Credentials.Renewing;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class DecideRenewalSpec
{
    private static DecideRenewal Renew => new(CredentialId, Ruling.Granted, [], [CourseAgain]);

    private static Func<Decision?, Outcome> On(DateOnly day, DecideRenewal? command = null, Actor? by = null, Credential? renewal = null, SchemeEstablished? scheme = null,
        IReadOnlyCollection<Completion>? completions = null, IReadOnlyCollection<Result>? results = null, IReadOnlyCollection<Award>? awards = null, Person? holder = null, params LedgerEvent[] renewed) =>
        decision => (command ?? Renew).Decide(decision, Fold.Of<Credential>(renewed is [] ? [Issued] : renewed), renewal, Fold.Of<Scheme>(scheme ?? Renewable),
            holder ?? Known(Candidate), results ?? [], completions ?? Courses(), awards ?? [], by ?? Acting(Certifier), day);

    [Fact]
    public void A_certification_is_renewed_on_what_is_shown_anew() => Spec<Decision>
        .Given()
        .When(On(Opens))
        .Then(Decided);

    [Fact]
    public void On_the_last_day_of_the_grace_it_still_is() => Spec<Decision>
        .Given()
        .When(On(Closes))
        .Then(Decided with { DecidedOn = Closes });

    [Fact]
    public void A_renewal_may_be_refused_whatever_is_shown_even_while_it_is_suspended() => Spec<Decision>
        .Given()
        .When(On(Opens, Renew with { Ruling = Ruling.Refused }, completions: Courses(TakenAgain, CompletionWithdrawn with { Completion = CourseAgain }), renewed: [Issued, Lifecycle.Suspended]))
        .Then(Decided with { Ruling = Ruling.Refused });

    [Fact]
    public void The_same_decision_by_the_same_person_is_nothing_new() => Spec<Decision>
        .Given(Decided)
        .When(On(Closes.AddDays(99), renewed: [Issued, Revoked]))
        .ThenNothing();

    [Fact]
    public void Nobody_else_decides_again() => Spec<Decision>
        .Given(Decided)
        .When(On(Opens, by: Acting(Registrar)))
        .ThenRejected(DecideCertification.AlreadyDecided);

    [Fact]
    public void The_credential_must_be_in_the_ledger() => Spec<Decision>
        .Given()
        .When(d => Renew.Decide(d, null, null, null, null, [], [], [], Acting(Certifier), Opens))
        .ThenRejected(Credential.Missing);

    [Fact]
    public void A_scheme_without_rules_or_without_a_last_day_renews_nothing()
    {
        Spec<Decision>.Given().When(On(Opens, scheme: Established)).ThenRejected(DecideRenewal.NotRenewable);
        Spec<Decision>.Given().When(On(Opens, renewed: [Issued with { ValidUntil = null }])).ThenRejected(DecideRenewal.NotRenewable);
    }

    [Fact]
    public void The_day_before_the_window_is_too_early() => Spec<Decision>.Given().When(On(Opens.AddDays(-1))).ThenRejected(DecideRenewal.TooEarly);

    [Fact]
    public void The_day_after_the_grace_is_too_late() => Spec<Decision>.Given().When(On(Closes.AddDays(1))).ThenRejected(DecideRenewal.TooLate);

    [Fact]
    public void Without_a_grace_its_last_day_is_the_last() => (Rules with { GraceMonths = 0 }).ClosesOn(Last).ShouldBe(Last);

    [Fact]
    public void It_is_renewed_once() => Spec<Decision>
        .Given()
        .When(On(Opens, renewal: Fold.Of<Credential>(Renewal)))
        .ThenRejected(DecideRenewal.AlreadyRenewed);

    [Fact]
    public void A_revoked_or_replaced_one_is_not_renewed()
    {
        Spec<Decision>.Given().When(On(Opens, renewed: [Issued, Revoked])).ThenRejected(Credential.IsRevoked);
        Spec<Decision>.Given().When(On(Opens, renewed: [Issued, Lifecycle.Replaced])).ThenRejected(Credential.IsReplaced);
    }

    [Fact]
    public void Nor_a_suspended_one_before_it_counts_again()
    {
        Spec<Decision>.Given().When(On(Opens, renewed: [Issued, Lifecycle.Suspended])).ThenRejected(Credential.NotWhileSuspended);
        Spec<Decision>.Given().When(On(Opens, renewed: [Issued, Lifecycle.Suspended, Lifecycle.Reinstated])).Then(Decided);
    }

    [Fact]
    public void Another_body_does_not_renew() => Spec<Decision>
        .Given()
        .When(On(Opens, by: Acting(Certifier, OtherBody)))
        .ThenRejected(IssueCredential.OtherBody);

    [Fact]
    public void For_a_person_whose_data_was_erased_nothing_is_renewed() => Spec<Decision>
        .Given()
        .When(On(Opens, holder: Forgotten))
        .ThenRejected(Person.Erased);

    [Fact]
    public void The_holder_must_be_in_the_ledger_and_the_scheme()
    {
        var renewed = Fold.Of<Credential>(Issued);
        Spec<Decision>.Given().When(d => Renew.Decide(d, renewed, null, Fold.Of<Scheme>(Renewable), null, [], Courses(), [], Acting(Certifier), Opens)).ThenRejected(Person.Missing);
        Spec<Decision>.Given().When(d => Renew.Decide(d, renewed, null, null, Known(Candidate), [], Courses(), [], Acting(Certifier), Opens)).ThenRejected(Scheme.Missing);
    }

    [Fact]
    public void Something_is_shown_and_once()
    {
        Spec<Decision>.Given().When(On(Opens, Renew with { Completions = [] })).ThenRejected(DecideCertification.BadEvidence);
        Spec<Decision>.Given().When(On(Opens, Renew with { Completions = [CourseAgain, CourseAgain] })).ThenRejected(DecideCertification.BadEvidence);
    }

    [Fact]
    public void What_is_shown_is_in_the_ledger_and_the_holder_s()
    {
        Spec<Decision>.Given().When(On(Opens, completions: [])).ThenRejected(Completion.Missing);
        Spec<Decision>.Given().When(On(Opens, Renew with { Results = [ResultAgain] })).ThenRejected(Result.Missing);
        Spec<Decision>.Given().When(On(Opens, completions: Courses(TakenAgain with { Person = Stranger }))).ThenRejected(DecideCertification.OthersEvidence);
    }

    [Fact]
    public void What_was_shown_for_the_first_certification_is_not_shown_again() => Spec<Decision>
        .Given()
        .When(On(Opens, completions: Courses(TakenAgain with { CompletedOn = Issued.ValidFrom })))
        .ThenRejected(DecideRenewal.OldEvidence);

    [Fact]
    public void Neither_the_holder_nor_an_examiner_decides()
    {
        Spec<Decision>.Given().When(On(Opens, by: Acting(Candidate))).ThenRejected(DecideCertification.OnSelf);
        Spec<Decision>.Given().When(On(Opens, Renew with { Results = [ResultAgain] }, Acting(Examiner), results: [Fold.Of<Result>(AssessedAgain)!])).ThenRejected(DecideCertification.ByExaminer);
    }

    [Fact]
    public void What_counts_no_more_or_is_something_else_does_not_meet_the_rules()
    {
        Spec<Decision>.Given().When(On(Opens, completions: Courses(TakenAgain, CompletionWithdrawn with { Completion = CourseAgain }))).ThenRejected(DecideCertification.RequirementsNotMet);
        Spec<Decision>.Given().When(On(Opens, completions: Courses(TakenAgain with { Course = Id(0xC9) }))).ThenRejected(DecideCertification.RequirementsNotMet);
    }

    [Fact]
    public void A_scheme_may_ask_for_a_new_assessment()
    {
        var scheme = Established with { Renewal = Rules with { Requirements = [new(UnitCode, 3, null)] } };
        Spec<Decision>.Given().When(On(Opens, scheme: scheme)).ThenRejected(DecideCertification.RequirementsNotMet);
        Spec<Decision>.Given().When(On(Opens, Renew with { Results = [ResultAgain], Completions = [] }, scheme: scheme, results: [Fold.Of<Result>(AssessedAgain)!], completions: []))
            .Then(Decided with { Decision = Decision.RenewalOf(DecisionId, [ResultAgain], []), Results = [ResultAgain], Completions = [] });
    }

    [Fact]
    public void What_takes_the_place_of_a_credential_is_renewed_as_that_would_be() => Spec<Decision>
        .Given()
        .When(On(Opens, Renew with { Credential = Lifecycle.Replacement.Credential }, renewed: [Lifecycle.Replacement]))
        .Then(Decided);

    [Fact]
    public void A_scheme_may_take_an_award_of_days_since_in_the_place_of_an_assessment()
    {
        var scheme = Established with { Renewal = Rules with { Requirements = [new(UnitCode, 3, null, Equivalents: [Equivalences.EquivalenceId])] } };
        var command = Renew with { Completions = [], Awards = [Equivalences.AwardId] };
        Award since = Fold.Of<Award>(Equivalences.Accepted with { AwardedOn = new(2029, 6, 15), CountsUntil = new(2032, 6, 14) })!;
        Answer<Decision> Shown(Award award, Actor? by = null) => Spec<Decision>.Given().When(On(Opens, command, by, scheme: scheme, completions: [], awards: [award]));

        Shown(since).Then(Decided with { Decision = Decision.RenewalOf(DecisionId, [], [], [Equivalences.AwardId]), Completions = [], Awards = [Equivalences.AwardId] });
        Shown(Equivalences.TheAward).ThenRejected(DecideRenewal.OldEvidence);
        Shown(since, Acting(Examiner)).ThenRejected(DecideCertification.ByAccepter);
        Spec<Decision>.Given().When(On(Opens, command, scheme: scheme, completions: [])).ThenRejected(Award.Missing);
    }
}
