using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Tests.Authority;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class IssueCredentialSpec
{
    private static readonly IssueCredential.Basis Sound = new(TheAgreement, Fold.Of<Decision>(Granted), TheScheme, Known(Candidate),
        [Fold.Of<Result>(Declared)!], [Fold.Of<Completion>(Completed)!], [], Fold.Of<SigningKey>(Keys.KeyRegistered));

    private static readonly IssueCredential.Basis Nothing = new(TheAgreement, null, null, null, [], [], [], null);

    private static IssueCredential Issue => new(DecisionId, Test: false);

    private static Func<Credential?, Outcome> By(Guid person, IssueCredential.Basis basis, string body = Body) =>
        credential => Issue.Decide(credential, basis, Acting(person, body), Today, Unsigned);

    private static SignedDocument Unsigned(IssueCredential.Terms terms) => throw new InvalidOperationException("Nothing is to be signed here.");

    [Fact]
    public void A_decision_is_carried_out_by_a_signed_credential() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Sound, Acting(Registrar), Today, _ => Document))
        .Then(Issued);

    [Fact]
    public void A_decision_that_was_set_aside_is_not_carried_out() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Decision = Fold.Of<Decision>(Granted, SetAside) }))
        .ThenRejected(IssueCredential.DecisionSetAside);

    [Fact]
    public void The_document_says_what_the_event_says() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Sound, Acting(Registrar), Today, terms =>
            terms == new IssueCredential.Terms(CredentialId, Issued.ValidFrom, Issued.ValidUntil, Test: false, ThreePartyNotice.Of(TheAgreement)) ? Document : Unsigned(terms)))
        .Then(Issued);

    [Fact]
    public void The_person_who_decided_may_issue() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Sound, Acting(Certifier), Today, _ => Document))
        .Then(Issued with { IssuedBy = Certifier });

    [Fact]
    public void What_a_test_ledger_issues_carries_a_test_mark() => Spec<Credential>
        .Given()
        .When(c => (Issue with { Test = true }).Decide(c, Sound, Acting(Registrar), Today, terms => terms.Test ? Document : Unsigned(terms)))
        .Then(Issued with { Test = true });

    [Fact]
    public void What_a_synthetic_person_holds_carries_a_test_mark() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Sound with { Person = Fold.Of<Person>(Registered(Candidate, synthetic: true)) },
            Acting(Registrar), Today, terms => terms.Test ? Document : Unsigned(terms)))
        .Then(Issued with { Test = true });

    [Fact]
    public void A_scheme_without_a_validity_gives_a_credential_without_end() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Sound with { Scheme = Fold.Of<Scheme>(Established with { ValidityMonths = null }) },
            Acting(Registrar), Today, _ => Document))
        .Then(Issued with { ValidUntil = null });

    [Fact]
    public void There_is_one_credential_a_decision_and_it_is_signed_once() => Spec<Credential>
        .Given(Issued)
        .When(By(Registrar, Sound))
        .ThenNothing();

    [Fact]
    public void A_revoked_credential_is_not_issued_again() => Spec<Credential>
        .Given(Issued, Revoked)
        .When(By(Registrar, Sound))
        .ThenNothing();

    [Fact]
    public void The_decision_must_be_in_the_ledger() => Spec<Credential>
        .Given()
        .When(By(Registrar, Nothing))
        .ThenRejected(Decision.Missing);

    [Fact]
    public void The_scheme_must_be_in_the_ledger() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Scheme = null }))
        .ThenRejected(Scheme.Missing);

    [Fact]
    public void The_holder_must_be_in_the_ledger() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Person = null }))
        .ThenRejected(Person.Missing);

    [Fact]
    public void Without_an_agreement_nobody_could_be_named_as_its_parties() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Agreement = null }))
        .ThenRejected(Agreement.Missing);

    [Fact]
    public void A_refusal_is_not_carried_out() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Decision = Fold.Of<Decision>(Granted with { Ruling = Ruling.Refused }) }))
        .ThenRejected(IssueCredential.DecisionRefused);

    [Fact]
    public void Only_the_body_that_decided_issues() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound, OtherBody))
        .ThenRejected(IssueCredential.OtherBody);

    [Fact]
    public void Nobody_issues_a_credential_to_themself() => Spec<Credential>
        .Given()
        .When(By(Candidate, Sound))
        .ThenRejected(IssueCredential.ToSelf);

    public static TheoryData<LedgerEvent[], LedgerEvent[]> WithdrawnEvidence => new()
    {
        { [Declared, ResultWithdrawn], [Completed] },
        { [Declared, Failed], [Completed] },
        { [Declared], [Completed, CompletionWithdrawn] },
    };

    [Theory, MemberData(nameof(WithdrawnEvidence))]
    public void A_decision_is_not_carried_out_when_its_evidence_counts_no_more(LedgerEvent[] result, LedgerEvent[] completion) => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Results = [Fold.Of<Result>(result)!], Completions = [Fold.Of<Completion>(completion)!] }))
        .ThenRejected(IssueCredential.EvidenceWithdrawn);

    private static IssueCredential.Basis OnAward(Award award) => Sound with
    {
        Decision = Fold.Of<Decision>(Granted with { Results = [], Awards = [Equivalences.AwardId] }),
        Scheme = Fold.Of<Scheme>(Established with { Requirements = [new(UnitCode, 3, null, Equivalents: [Equivalences.EquivalenceId])] }),
        Results = [],
        Awards = [award],
    };

    [Fact]
    public void A_credential_may_rest_on_an_award_that_counted_on_the_day_of_the_decision()
    {
        Spec<Credential>.Given().When(c => Issue.Decide(c, OnAward(Equivalences.TheAward), Acting(Registrar), Today, _ => Document)).Then(Issued);
        Spec<Credential>.Given().When(c => Issue.Decide(c, OnAward(Fold.Of<Award>(Equivalences.Accepted with { CountsUntil = Yesterday })!), Acting(Registrar), Today, _ => Document)).Then(Issued);
    }

    [Fact]
    public void It_does_not_rest_on_an_award_that_was_annulled_since() => Spec<Credential>
        .Given()
        .When(By(Registrar, OnAward(Equivalences.TheAnnulledAward)))
        .ThenRejected(IssueCredential.EvidenceWithdrawn);

    private static IssueCredential.Basis Marked(params LedgerEvent[] work) => Sound with
    {
        Scheme = Fold.Of<Scheme>(Established with { Marks = [LogoId] }),
        Marks = Fold.Of<Work>(work) is { } mark ? [mark] : [],
    };

    [Fact]
    public void A_certificate_shows_a_mark_that_the_body_may_show() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Marked(Logo, LogoPermitted), Acting(Registrar), Today, _ => Document))
        .Then(Issued);

    public static TheoryData<LedgerEvent[]> NotPermitted =>
    [
        [],
        [Logo],
        [Logo, LogoPermitted with { User = OtherBody }],
        [Logo, LogoPermitted with { Places = [PlaceOfUse.PublicPage] }],
        [Logo, LogoPermitted with { Until = Yesterday }],
        [Logo, LogoPermitted with { From = Tomorrow }],
        [Logo, LogoPermitted, LogoRevoked],
    ];

    [Theory, MemberData(nameof(NotPermitted))]
    public void Nothing_is_issued_with_a_mark_that_the_body_may_not_show_on_a_certificate_today(LedgerEvent[] work) => Spec<Credential>
        .Given()
        .When(By(Registrar, Marked(work)))
        .ThenRejected(IssueCredential.MarkWithoutPermit);

    [Fact]
    public void A_stranger_learns_nothing_about_the_evidence() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Results = [] }, OtherBody))
        .ThenRejected(IssueCredential.OtherBody);

    [Fact]
    public void To_a_person_whose_data_was_erased_nothing_is_issued() => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Person = Forgotten }))
        .ThenRejected(Person.Erased);

    public static TheoryData<LedgerEvent[], Rejection> SignsNot => new()
    {
        { [], IssueCredential.KeyNotRegistered },
        { [Keys.ForeignKeyRegistered], IssueCredential.KeyNotRegistered },
        { [Keys.NextKeyRegistered], IssueCredential.KeyNotYetInForce },
        { [Keys.KeyRegistered, Keys.KeyCeased with { From = Today }], SigningKey.Ended },
        { [Keys.KeyRegistered, Keys.KeyRotated with { From = Today }], SigningKey.Ended },
        { [Keys.KeyRegistered, Keys.KeyCompromised], SigningKey.IsCompromised },
    };

    [Theory, MemberData(nameof(SignsNot))]
    public void Only_a_key_that_the_body_registered_signs_while_it_is_in_force(LedgerEvent[] key, Rejection why) => Spec<Credential>
        .Given()
        .When(By(Registrar, Sound with { Key = Fold.Of<SigningKey>(key) }))
        .ThenRejected(why);

    [Fact]
    public void A_key_signs_until_the_day_on_which_it_ends() => Spec<Credential>
        .Given()
        .When(c => Issue.Decide(c, Sound with { Key = Fold.Of<SigningKey>(Keys.KeyRegistered, Keys.KeyRotated) }, Acting(Registrar), Today, _ => Document))
        .Then(Issued);

    [Fact]
    public void An_accredited_body_issues_within_the_scope_and_dates_of_its_accreditation() => ByBody(Accreditation()).Then(Issued with { Document = Document });

    [Fact]
    public void Outside_its_frameworks_or_duties_or_dates_or_suspended_or_without_one_it_does_not()
    {
        OrganisationAccredited granted = Grant;
        OrganisationAccredited[] narrower =
        [
            granted with { Scope = granted.Scope with { Frameworks = ["ANOTHER-2560"] } },
            granted with { Scope = granted.Scope with { Duties = ["declare-results"] } },
            granted with { From = Tomorrow },
            granted with { Until = Yesterday },
        ];
        foreach (var less in narrower) ByBody(Accreditation(less)).ThenRejected(IssueCredential.OutsideAccreditation);
        ByBody(Fold.Of<Accreditation>(granted, Realm.Suspended)).ThenRejected(IssueCredential.OutsideAccreditation);
        ByBody(null).ThenRejected(IssueCredential.OutsideAccreditation);
    }

    private static OrganisationAccredited Grant => Realm.Accredited with { From = Yesterday, Scope = new(Registrar, ["issue-credentials"], [FrameworkCode]) };

    private static Accreditation? Accreditation(OrganisationAccredited? granted = null) => Fold.Of<Accreditation>(granted ?? Grant);

    private static Answer<Credential> ByBody(Accreditation? accreditation)
    {
        var basis = Sound with { Decision = Fold.Of<Decision>(Granted with { Body = "CB-1" }), Key = Fold.Of<SigningKey>(Keys.KeyRegistered with { Organisation = "CB-1" }), Accreditation = accreditation };
        return Spec<Credential>.Given().When(c => Issue.Decide(c, basis, Acting(Registrar, "CB-1"), Today, _ => Document));
    }

    private static readonly IssueCredential.Basis ToRenew = Sound with
    {
        Decision = Fold.Of<Decision>(Renewing.Decided),
        Scheme = Fold.Of<Scheme>(Renewing.Renewable),
        Results = [],
        Completions = Renewing.Courses(),
        Renewed = Fold.Of<Credential>(Issued),
    };

    private static Func<Credential?, Outcome> Renewed(DateOnly day, IssueCredential.Basis? basis = null, Guid? decision = null) =>
        credential => new IssueCredential(decision ?? Renewing.Decided.Decision, Test: false).Decide(credential, basis ?? ToRenew, Acting(Registrar), day, _ => Document);

    [Fact]
    public void A_renewal_begins_on_the_day_after_the_last_of_what_it_renews() => Spec<Credential>
        .Given()
        .When(Renewed(Renewing.Opens))
        .Then(Renewing.Renewal);

    [Fact]
    public void It_does_so_too_when_the_body_issues_it_later() => Spec<Credential>
        .Given()
        .When(Renewed(Renewing.Last.AddDays(40)))
        .Then(Renewing.Renewal);

    [Fact]
    public void Whoever_was_late_begins_anew() => Spec<Credential>
        .Given()
        .When(Renewed(new(2030, 6, 1), ToRenew with { Decision = Fold.Of<Decision>(Renewing.Decided with { DecidedOn = new(2030, 5, 1) }) }))
        .Then(Renewing.Renewal with { ValidFrom = new(2030, 6, 1), ValidUntil = new(2033, 5, 31) });

    [Fact]
    public void A_renewal_of_what_was_replaced_follows_what_took_its_place() => Spec<Credential>
        .Given()
        .When(Renewed(Renewing.Opens, ToRenew with { Renewed = Fold.Of<Credential>(Lifecycle.Replacement) }))
        .Then(Renewing.Renewal with { Renews = Lifecycle.Replacement.Credential });

    [Fact]
    public void Two_decisions_to_renew_the_same_give_one_credential() => Spec<Credential>
        .Given(Renewing.Renewal)
        .When(Renewed(Renewing.Opens, decision: Id(0xD9)))
        .ThenRejected(DecideRenewal.AlreadyRenewed);

    [Fact]
    public void Nothing_renews_what_was_revoked_or_suspended_since()
    {
        Spec<Credential>.Given().When(Renewed(Renewing.Opens, ToRenew with { Renewed = Fold.Of<Credential>(Issued, Revoked) })).ThenRejected(Credential.IsRevoked);
        Spec<Credential>.Given().When(Renewed(Renewing.Opens, ToRenew with { Renewed = Fold.Of<Credential>(Issued, Lifecycle.Suspended) })).ThenRejected(Credential.NotWhileSuspended);
    }

    [Fact]
    public void A_renewal_whose_evidence_counts_no_more_is_not_issued()
    {
        var withdrawn = Renewing.Courses(Renewing.TakenAgain, CompletionWithdrawn with { Completion = Renewing.CourseAgain });
        Spec<Credential>.Given().When(Renewed(Renewing.Opens, ToRenew with { Completions = withdrawn })).ThenRejected(IssueCredential.EvidenceWithdrawn);
        Spec<Credential>.Given().When(Renewed(Renewing.Opens, ToRenew with { Renewed = null })).ThenRejected(IssueCredential.EvidenceWithdrawn);
    }

    [Fact]
    public void Nothing_is_issued_that_has_expired() => Spec<Credential>
        .Given()
        .When(Renewed(new(2033, 3, 15)))
        .ThenRejected(DecideRenewal.TooLate);
}
