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
using CredentialLedger.Domain.Works;

namespace CredentialLedger.Projections.Storage;

/// <summary>The stored name of every event type, for good. A new event adds a line; no line ever changes.</summary>
public static class EventCatalogue
{
    /// <summary>Event type by stored name.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = new Dictionary<string, Type>
    {
        ["framework-version-imported"] = typeof(FrameworkVersionImported),
        ["person-registered"] = typeof(PersonRegistered),
        ["person-renamed"] = typeof(PersonRenamed),
        ["post-held"] = typeof(PostHeld),
        ["post-left"] = typeof(PostLeft),
        ["course-defined"] = typeof(CourseDefined),
        ["completion-recorded"] = typeof(CompletionRecorded),
        ["completion-annulled"] = typeof(CompletionAnnulled),
        ["result-declared"] = typeof(ResultDeclared),
        ["result-superseded"] = typeof(ResultSuperseded),
        ["result-annulled"] = typeof(ResultAnnulled),
        ["scheme-established"] = typeof(SchemeEstablished),
        ["equivalence-recognised"] = typeof(EquivalenceRecognised),
        ["equivalence-withdrawn"] = typeof(EquivalenceWithdrawn),
        ["award-accepted"] = typeof(AwardAccepted),
        ["award-annulled"] = typeof(AwardAnnulled),
        ["certification-decided"] = typeof(CertificationDecided),
        ["decision-set-aside"] = typeof(DecisionSetAside),
        ["credential-issued"] = typeof(CredentialIssued),
        ["credential-revoked"] = typeof(CredentialRevoked),
        ["credential-replaced"] = typeof(CredentialReplaced),
        ["credential-suspended"] = typeof(CredentialSuspended),
        ["credential-reinstated"] = typeof(CredentialReinstated),
        ["revocation-notified"] = typeof(RevocationNotified),
        ["revocation-answered"] = typeof(NoticeAnswered),
        ["revocation-dropped"] = typeof(RevocationDropped),
        ["revocation-appealed"] = typeof(RevocationAppealed),
        ["appeal-dismissed"] = typeof(AppealDismissed),
        ["appeal-upheld"] = typeof(AppealUpheld),
        ["batch-ordered"] = typeof(BatchOrdered),
        ["batch-advanced"] = typeof(BatchAdvanced),
        ["batch-finished"] = typeof(BatchFinished),
        ["batch-taken-over"] = typeof(BatchTakenOver),
        ["batch-withdrawn"] = typeof(BatchWithdrawn),
        ["agreement-signed"] = typeof(AgreementSigned),
        ["organisation-accredited"] = typeof(OrganisationAccredited),
        ["accreditation-scope-changed"] = typeof(AccreditationScopeChanged),
        ["accreditation-suspended"] = typeof(AccreditationSuspended),
        ["accreditation-reinstated"] = typeof(AccreditationReinstated),
        ["accreditation-withdrawn"] = typeof(AccreditationWithdrawn),
        ["appointment-made"] = typeof(AppointmentMade),
        ["appointment-revoked"] = typeof(AppointmentRevoked),
        ["system-entered"] = typeof(SystemEntered),
        ["share-link-made"] = typeof(ShareLinkMade),
        ["share-link-withdrawn"] = typeof(ShareLinkWithdrawn),
        ["share-link-opened"] = typeof(ShareLinkOpened),
        ["record-opened"] = typeof(RecordOpened),
        ["list-opened"] = typeof(ListOpened),
        ["export-made"] = typeof(ExportMade),
        ["evidence-exported"] = typeof(EvidenceExported),
        ["erasure-requested"] = typeof(ErasureRequested),
        ["erasure-refused"] = typeof(ErasureRefused),
        ["erasure-granted"] = typeof(ErasureGranted),
        ["work-registered"] = typeof(WorkRegistered),
        ["use-permitted"] = typeof(UsePermitted),
        ["permit-revoked"] = typeof(PermitRevoked),
        ["activity-planned"] = typeof(ActivityPlanned),
        ["activity-closed"] = typeof(ActivityClosed),
        ["information-classified"] = typeof(InformationClassified),
        ["disclosure-consented"] = typeof(DisclosureConsented),
        ["consent-withdrawn"] = typeof(ConsentWithdrawn),
        ["information-disclosed"] = typeof(InformationDisclosed),
        ["material-published"] = typeof(MaterialPublished),
        ["notice-given"] = typeof(NoticeGiven),
        ["representative-named"] = typeof(RepresentativeNamed),
        ["amendment-proposed"] = typeof(AmendmentProposed),
        ["termination-proposed"] = typeof(TerminationProposed),
        ["succession-proposed"] = typeof(SuccessionProposed),
        ["auditor-proposed"] = typeof(AuditorProposed),
        ["auditor-dismissal-proposed"] = typeof(AuditorDismissalProposed),
        ["arrangement-proposed"] = typeof(ArrangementProposed),
        ["settlement-proposed"] = typeof(SettlementProposed),
        ["proposal-signed"] = typeof(ProposalSigned),
        ["signature-withdrawn"] = typeof(SignatureWithdrawn),
        ["proposal-withdrawn"] = typeof(ProposalWithdrawn),
        ["amendment-annexed"] = typeof(AmendmentAnnexed),
        ["termination-agreed"] = typeof(TerminationAgreed),
        ["party-succeeded"] = typeof(PartySucceeded),
        ["auditor-appointed"] = typeof(AuditorAppointed),
        ["auditor-dismissed"] = typeof(AuditorDismissed),
        ["arrangement-made"] = typeof(ArrangementMade),
        ["dispute-raised"] = typeof(DisputeRaised),
        ["dispute-considered"] = typeof(DisputeConsidered),
        ["dispute-settled"] = typeof(DisputeSettled),
        ["finding-opened"] = typeof(FindingOpened),
        ["finding-annotated"] = typeof(FindingAnnotated),
        ["finding-disposed"] = typeof(FindingDisposed),
        ["finding-reopened"] = typeof(FindingReopened),
        ["signing-key-registered"] = typeof(SigningKeyRegistered),
        ["signing-key-rotated"] = typeof(SigningKeyRotated),
        ["signing-key-ceased"] = typeof(SigningKeyCeased),
        ["signing-key-compromised"] = typeof(SigningKeyCompromised),
        ["signing-key-declared-fraudulent"] = typeof(SigningKeyDeclaredFraudulent),
    };

    private static readonly Dictionary<Type, string> Names = Types.ToDictionary(t => t.Value, t => t.Key);

    /// <summary>Whether an event's type has a stored name.</summary>
    public static bool Has(LedgerEvent e) => Names.ContainsKey(e.GetType());

    /// <summary>The stored name of an event type.</summary>
    public static string NameOf<TEvent>() where TEvent : LedgerEvent => Names[typeof(TEvent)];

    /// <summary>The stored name of an event type.</summary>
    public static string NameOf(Type type) => Names[type];

    /// <summary>The stored name of an event's type.</summary>
    public static string NameOf(LedgerEvent e) => Names[e.GetType()];
}
