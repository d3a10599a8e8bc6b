using System.Reflection;
using CredentialLedger.Domain.Activities;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Domain.Publicity;
using CredentialLedger.Domain.Tests.Credentials;
using CredentialLedger.Domain.Tests.Governance;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Audit.Lookings;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Kernel;

/// <summary>For every aggregate and every history, which events may follow; each other event of the whole domain is impossible and throws.</summary>
public class EvolveSpec
{
    internal static readonly LedgerEvent[] EveryEvent =
    [
        Imported, Registered(Candidate), Renamed, Held, Left, Defined, Completed, CompletionWithdrawn,
        Declared, Failed, ResultWithdrawn, Established, Granted, SetAside, Issued, Revoked, Lifecycle.Replaced, Lifecycle.Suspended, Lifecycle.Reinstated,
        Lifecycle.Notified, Lifecycle.Answered, Lifecycle.Dropped, Lifecycle.Appealed, Lifecycle.Dismissed, Lifecycle.Upheld,
        Accredited, ScopeChanged, Suspended, Reinstated, WithdrawnForGood, Appointed, RevokedAppointment, HrSystem,
        ErasureAsked, ErasureDenied, ErasureDone, Looked, Listed, Exported, Evidenced,
        Logo, LogoPermitted, LogoRevoked, Planned, Closed, Classified, Consented, ConsentTaken, Disclosed, Published,
        Opened, Noted, Disposed, Reopened,
        LinkMade, LinkEnded, LinkLooked, BatchOfTwo, HalfDone, BatchDone, BatchByColleague, BatchEnded, Equivalences.Recognised, Equivalences.WithdrawnToday, Equivalences.Accepted, Equivalences.Annulled,
        Keys.KeyRegistered, Keys.KeyRotated, Keys.KeyCeased, Keys.KeyCompromised, Keys.KeyDeclaredFraudulent,
        Governance.TheAgreement.Signed, .. Governance.TheAgreement.MayFollow, .. Governance.TheAgreement.MayNotFollow,
    ];

    [Fact]
    public void A_framework_version_is_imported_once()
    {
        After<FrameworkVersion>().OnlyComes(Imported);
        After<FrameworkVersion>(Imported).OnlyComes();
    }

    [Fact]
    public void A_person_is_registered_once_and_then_moves_from_post_to_post()
    {
        After<Person>().OnlyComes(Registered(Candidate));
        After<Person>(Registered(Candidate)).OnlyComes(Renamed, Held, Left, ErasureAsked);
        After<Person>(Registered(Candidate), Held, Left).OnlyComes(Renamed, Held, Left, ErasureAsked);
    }

    [Fact]
    public void An_erasure_is_asked_for_and_decided_once_and_nobody_is_erased_twice()
    {
        After<Person>(Registered(Candidate), ErasureAsked).OnlyComes(Renamed, Held, Left, ErasureDenied, ErasureDone);
        After<Person>(Registered(Candidate), ErasureAsked, ErasureDenied).OnlyComes(Renamed, Held, Left);
        After<Person>(Registered(Candidate), ErasureAsked, ErasureDone).OnlyComes(Left);
    }

    [Fact]
    public void A_finding_is_taken_up_once_and_disposed_of_until_it_is_reopened()
    {
        After<Review>().OnlyComes(Opened);
        After<Review>(Opened, Noted).OnlyComes(Noted, Disposed);
        After<Review>(Opened, Disposed).OnlyComes(Noted, Reopened);
        After<Review>(Opened, Disposed, Reopened).OnlyComes(Noted, Disposed);
    }

    [Fact]
    public void An_access_is_recorded_once()
    {
        After<RecordAccess>().OnlyComes(Looked);
        After<RecordAccess>(Looked).OnlyComes();
        After<ListAccess>().OnlyComes(Listed);
        After<ListAccess>(Listed).OnlyComes();
        After<Export>().OnlyComes(Exported);
        After<Export>(Exported).OnlyComes();
        After<EvidenceExport>().OnlyComes(Evidenced);
        After<EvidenceExport>(Evidenced).OnlyComes();
    }

    [Fact]
    public void An_accreditation_is_suspended_and_reinstated_until_it_is_withdrawn()
    {
        After<Accreditation>().OnlyComes(Accredited);
        After<Accreditation>(Accredited).OnlyComes(ScopeChanged, Suspended, WithdrawnForGood);
        After<Accreditation>(Accredited, Suspended).OnlyComes(ScopeChanged, Reinstated, WithdrawnForGood);
        After<Accreditation>(Accredited, Suspended, Reinstated).OnlyComes(ScopeChanged, Suspended, WithdrawnForGood);
        After<Accreditation>(Accredited, WithdrawnForGood).OnlyComes();
    }

    [Fact]
    public void An_appointment_is_made_once_and_revoked_at_most_once()
    {
        After<Appointment>().OnlyComes(Appointed);
        After<Appointment>(Appointed).OnlyComes(RevokedAppointment);
        After<Appointment>(Appointed, RevokedAppointment).OnlyComes();
    }

    [Fact]
    public void A_system_is_entered_once()
    {
        After<AgencySystem>().OnlyComes(HrSystem);
        After<AgencySystem>(HrSystem).OnlyComes();
    }

    [Fact]
    public void A_course_is_defined_once()
    {
        After<Course>().OnlyComes(Defined);
        After<Course>(Defined).OnlyComes();
    }

    [Fact]
    public void A_completion_is_recorded_once_and_annulled_at_most_once()
    {
        After<Completion>().OnlyComes(Completed);
        After<Completion>(Completed).OnlyComes(CompletionWithdrawn);
        After<Completion>(Completed, CompletionWithdrawn).OnlyComes();
    }

    [Fact]
    public void A_result_is_declared_once_corrected_at_will_and_annulled_for_good()
    {
        After<Result>().OnlyComes(Declared);
        After<Result>(Declared).OnlyComes(Failed, ResultWithdrawn);
        After<Result>(Declared, Failed).OnlyComes(Failed, ResultWithdrawn);
        After<Result>(Declared, ResultWithdrawn).OnlyComes();
        After<Result>(Declared, Failed, ResultWithdrawn).OnlyComes();
    }

    [Fact]
    public void A_scheme_is_established_once()
    {
        After<Scheme>().OnlyComes(Established);
        After<Scheme>(Established).OnlyComes();
    }

    [Fact]
    public void A_decision_is_made_once()
    {
        After<Decision>().OnlyComes(Granted);
        After<Decision>(Granted).OnlyComes(SetAside);
        After<Decision>(Granted, SetAside).OnlyComes();
    }

    [Fact]
    public void A_credential_is_issued_once_suspended_and_reinstated_and_revoked_for_good()
    {
        After<Credential>().OnlyComes(Issued);
        After<Credential>(Issued).OnlyComes(Revoked, Lifecycle.Replaced, Lifecycle.Suspended, Lifecycle.Notified);
        After<Credential>(Issued, Lifecycle.Suspended).OnlyComes(Revoked, Lifecycle.Reinstated, Lifecycle.Notified);
        After<Credential>(Issued, Lifecycle.Suspended, Lifecycle.Reinstated).OnlyComes(Revoked, Lifecycle.Replaced, Lifecycle.Suspended, Lifecycle.Notified);
        After<Credential>(Issued, Revoked).OnlyComes(Lifecycle.Appealed);
        After<Credential>(Issued, Lifecycle.Replaced).OnlyComes();
    }

    [Fact]
    public void A_notice_is_answered_and_decided_once_and_an_appeal_is_ruled_on_once()
    {
        After<Credential>(Issued, Lifecycle.Notified).OnlyComes(Revoked, Lifecycle.Suspended, Lifecycle.Answered, Lifecycle.Dropped);
        After<Credential>(Issued, Lifecycle.Notified, Lifecycle.Answered).OnlyComes(Revoked, Lifecycle.Suspended, Lifecycle.Dropped);
        After<Credential>(Issued, Lifecycle.Notified, Lifecycle.Dropped).OnlyComes(Revoked, Lifecycle.Replaced, Lifecycle.Suspended, Lifecycle.Notified);
        After<Credential>(Issued, Revoked, Lifecycle.Appealed).OnlyComes(Lifecycle.Dismissed, Lifecycle.Upheld);
        After<Credential>(Issued, Revoked, Lifecycle.Appealed, Lifecycle.Dismissed).OnlyComes();
        After<Credential>([.. Lifecycle.RevokedAfterAnswer, Lifecycle.Appealed, Lifecycle.Upheld]).OnlyComes(Revoked, Lifecycle.Replaced, Lifecycle.Suspended, Lifecycle.Notified);
    }

    [Fact]
    public void An_agreement_is_signed_once_and_its_joint_acts_follow_proposals_and_three_signatures()
    {
        After<Agreement>().OnlyComes(Governance.TheAgreement.Signed);
        After<Agreement>(Governance.TheAgreement.Signed).OnlyComes(Governance.TheAgreement.MayFollow);
    }

    [Fact]
    public void A_work_is_registered_once_and_each_use_of_it_permitted_once_and_taken_back_for_good()
    {
        After<Work>().OnlyComes(Logo);
        After<Work>(Logo).OnlyComes(LogoPermitted);
        After<Work>(Logo, LogoPermitted).OnlyComes(LogoRevoked);
        After<Work>(Logo, LogoPermitted, LogoRevoked).OnlyComes();
    }

    [Fact]
    public void An_activity_is_planned_once_and_closed_for_good()
    {
        After<Activity>().OnlyComes(Planned);
        After<Activity>(Planned).OnlyComes(Closed);
        After<Activity>(Planned, Closed).OnlyComes();
    }

    [Fact]
    public void Information_is_classified_once_and_each_consent_and_disclosure_recorded_once()
    {
        After<Confidence>().OnlyComes(Classified);
        After<Confidence>(Classified).OnlyComes(Consented, Disclosed);
        After<Confidence>(Classified, Consented).OnlyComes(ConsentTaken, Disclosed);
        After<Confidence>(Classified, Consented, ConsentTaken).OnlyComes(Disclosed);
        After<Confidence>(Classified, Consented, ConsentTaken, Disclosed).OnlyComes();
    }

    [Fact]
    public void Material_is_published_once()
    {
        After<Publication>().OnlyComes(Published);
        After<Publication>(Published).OnlyComes();
    }

    [Fact]
    public void A_key_is_registered_ends_at_most_once_and_is_stolen_earlier_and_earlier()
    {
        After<SigningKey>().OnlyComes(Keys.KeyRegistered);
        After<SigningKey>(Keys.KeyRegistered).OnlyComes(Keys.KeyRotated, Keys.KeyCeased, Keys.KeyCompromised, Keys.KeyDeclaredFraudulent);
        After<SigningKey>(Keys.KeyRegistered, Keys.KeyRotated).OnlyComes(Keys.KeyCompromised, Keys.KeyDeclaredFraudulent);
        After<SigningKey>(Keys.KeyRegistered, Keys.KeyCeased).OnlyComes(Keys.KeyCompromised, Keys.KeyDeclaredFraudulent);
        After<SigningKey>(Keys.KeyRegistered, Keys.KeyCompromised).OnlyComes(Keys.KeyDeclaredFraudulent);
        After<SigningKey>(Keys.KeyRegistered, Keys.KeyCompromised with { From = Today }).OnlyComes(Keys.KeyCompromised, Keys.KeyDeclaredFraudulent);
        After<SigningKey>(Keys.KeyRegistered, Keys.KeyDeclaredFraudulent).OnlyComes();
    }

    [Fact]
    public void Every_event_of_the_domain_is_tried() => EveryEvent.Select(e => e.GetType())
        .ShouldBe(typeof(LedgerEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LedgerEvent))), ignoreOrder: true);

    public static TheoryData<Type> Aggregates =>
        [.. typeof(LedgerEvent).Assembly.GetTypes().Where(t => t.IsClass && t.GetInterfaces().Any(i => i.Name == typeof(IEvolve<>).Name))];

    [Fact]
    public void A_batch_advances_no_further_than_it_was_ordered_and_then_is_finished_once()
    {
        After<CredentialBatch>().OnlyComes(BatchOfTwo);
        After<CredentialBatch>(BatchOfTwo).OnlyComes(HalfDone, BatchByColleague, BatchEnded);
        After<CredentialBatch>(BatchOfTwo, HalfDone, OtherHalf).OnlyComes(BatchDone, BatchByColleague, BatchEnded);
        After<CredentialBatch>(BatchOfTwo, BatchEnded).OnlyComes();
        After<CredentialBatch>(BatchOfTwo, HalfDone, OtherHalf, BatchDone).OnlyComes();
    }

    [Fact]
    public void An_equivalence_is_recognised_and_perhaps_withdrawn_and_an_award_accepted_and_perhaps_annulled()
    {
        After<Equivalence>().OnlyComes(Equivalences.Recognised);
        After<Equivalence>(Equivalences.Recognised).OnlyComes(Equivalences.WithdrawnToday);
        After<Equivalence>(Equivalences.Recognised, Equivalences.WithdrawnToday).OnlyComes();
        After<Award>().OnlyComes(Equivalences.Accepted);
        After<Award>(Equivalences.Accepted).OnlyComes(Equivalences.Annulled);
        After<Award>(Equivalences.Accepted, Equivalences.Annulled).OnlyComes();
    }

    [Fact]
    public void A_share_link_is_made_and_perhaps_withdrawn_and_each_look_stands_alone()
    {
        After<ShareLink>().OnlyComes(LinkMade);
        After<ShareLink>(LinkMade).OnlyComes(LinkEnded);
        After<ShareLink>(LinkMade, LinkEnded).OnlyComes();
        After<ShareLinkAccess>().OnlyComes(LinkLooked);
        After<ShareLinkAccess>(LinkLooked).OnlyComes();
    }

    [Theory, MemberData(nameof(Aggregates))]
    public void Every_aggregate_begins_with_one_kind_of_event(Type aggregate)
    {
        var first = typeof(EvolveSpec).GetMethod(nameof(Begins), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(aggregate);
        EveryEvent.Count(e => (bool)first.Invoke(null, [e])!).ShouldBe(1);
    }

    private static bool Begins<TState>(LedgerEvent e) where TState : class, IEvolve<TState>
    {
        try { return Fold.Of<TState>(e) is not null; }
        catch (ImpossibleEventException) { return false; }
    }

    private static Histories<TState> After<TState>(params LedgerEvent[] history) where TState : class, IEvolve<TState> => new(history);

    private sealed class Histories<TState>(LedgerEvent[] history) where TState : class, IEvolve<TState>
    {
        public void OnlyComes(params LedgerEvent[] possible)
        {
            foreach (var next in EveryEvent)
                if (possible.Contains(next)) Fold.Of<TState>([.. history, next]).ShouldNotBeNull();
                else Spec<TState>.Given(history).ThenImpossible(next);
        }
    }
}
