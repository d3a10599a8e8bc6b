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

namespace CredentialLedger.Projections.Reading;

/// <summary>Which aggregate each event belongs to, for who folds a stream without knowing what it is of.</summary>
public static class Aggregates
{
    private static readonly Aggregate[] All =
    [
        Aggregate.Of<FrameworkVersion>(typeof(FrameworkVersionImported)),
        Aggregate.Of<Person>(typeof(PersonRegistered), typeof(PersonRenamed), typeof(PostHeld), typeof(PostLeft), typeof(ErasureRequested), typeof(ErasureRefused), typeof(ErasureGranted)),
        Aggregate.Of<Course>(typeof(CourseDefined)),
        Aggregate.Of<Completion>(typeof(CompletionRecorded), typeof(CompletionAnnulled)),
        Aggregate.Of<Result>(typeof(ResultDeclared), typeof(ResultSuperseded), typeof(ResultAnnulled)),
        Aggregate.Of<Scheme>(typeof(SchemeEstablished)),
        Aggregate.Of<Equivalence>(typeof(EquivalenceRecognised), typeof(EquivalenceWithdrawn)),
        Aggregate.Of<Award>(typeof(AwardAccepted), typeof(AwardAnnulled)),
        Aggregate.Of<Decision>(typeof(CertificationDecided), typeof(DecisionSetAside)),
        Aggregate.Of<Credential>(typeof(CredentialIssued), typeof(CredentialRevoked), typeof(CredentialReplaced), typeof(CredentialSuspended), typeof(CredentialReinstated),
            typeof(RevocationNotified), typeof(NoticeAnswered), typeof(RevocationDropped), typeof(RevocationAppealed), typeof(AppealDismissed), typeof(AppealUpheld)),
        Aggregate.Of<CredentialBatch>(typeof(BatchOrdered), typeof(BatchAdvanced), typeof(BatchFinished), typeof(BatchTakenOver), typeof(BatchWithdrawn)),
        Aggregate.Of<Agreement>(typeof(AgreementSigned), typeof(NoticeGiven), typeof(RepresentativeNamed),
            typeof(AmendmentProposed), typeof(TerminationProposed), typeof(SuccessionProposed), typeof(AuditorProposed), typeof(AuditorDismissalProposed),
            typeof(ArrangementProposed), typeof(SettlementProposed), typeof(ProposalSigned), typeof(SignatureWithdrawn), typeof(ProposalWithdrawn),
            typeof(AmendmentAnnexed), typeof(TerminationAgreed), typeof(PartySucceeded), typeof(AuditorAppointed), typeof(AuditorDismissed),
            typeof(ArrangementMade), typeof(DisputeRaised), typeof(DisputeConsidered), typeof(DisputeSettled)),
        Aggregate.Of<Accreditation>(typeof(OrganisationAccredited), typeof(AccreditationScopeChanged), typeof(AccreditationSuspended),
            typeof(AccreditationReinstated), typeof(AccreditationWithdrawn)),
        Aggregate.Of<Appointment>(typeof(AppointmentMade), typeof(AppointmentRevoked)),
        Aggregate.Of<AgencySystem>(typeof(SystemEntered)),
        Aggregate.Of<RecordAccess>(typeof(RecordOpened)),
        Aggregate.Of<ShareLinkAccess>(typeof(ShareLinkOpened)),
        Aggregate.Of<ShareLink>(typeof(ShareLinkMade), typeof(ShareLinkWithdrawn)),
        Aggregate.Of<ListAccess>(typeof(ListOpened)),
        Aggregate.Of<Export>(typeof(ExportMade)),
        Aggregate.Of<EvidenceExport>(typeof(EvidenceExported)),
        Aggregate.Of<Work>(typeof(WorkRegistered), typeof(UsePermitted), typeof(PermitRevoked)),
        Aggregate.Of<Activity>(typeof(ActivityPlanned), typeof(ActivityClosed)),
        Aggregate.Of<Confidence>(typeof(InformationClassified), typeof(DisclosureConsented), typeof(ConsentWithdrawn), typeof(InformationDisclosed)),
        Aggregate.Of<Publication>(typeof(MaterialPublished)),
        Aggregate.Of<Review>(typeof(FindingOpened), typeof(FindingAnnotated), typeof(FindingDisposed), typeof(FindingReopened)),
        Aggregate.Of<SigningKey>(typeof(SigningKeyRegistered), typeof(SigningKeyRotated), typeof(SigningKeyCeased), typeof(SigningKeyCompromised), typeof(SigningKeyDeclaredFraudulent)),
    ];

    private static readonly Dictionary<Type, Aggregate> ByEvent = All.SelectMany(a => a.Events.Select(e => (e, a))).ToDictionary(p => p.e, p => p.a);

    /// <summary>The state of a stream after <paramref name="e"/>; <paramref name="state"/> is null before the first event.</summary>
    /// <exception cref="ImpossibleEventException">The event cannot follow this state, or belongs to another aggregate.</exception>
    public static object? Next(object? state, LedgerEvent e) => ByEvent.TryGetValue(e.GetType(), out var aggregate)
        ? aggregate.Next(state, e) : throw new NotSupportedException($"{e.GetType().Name} belongs to no aggregate: name it here.");

    /// <summary>The event types of these kinds of streams.</summary>
    public static IEnumerable<Type> EventsOf(params Type[] states) => All.Where(a => states.Contains(a.State)).SelectMany(a => a.Events);

    private sealed record Aggregate(Type State, Type[] Events, Func<object?, LedgerEvent, object?> Next)
    {
        public static Aggregate Of<T>(params Type[] events) where T : class, IEvolve<T> => new(typeof(T), events, (state, e) =>
            state is null or T ? T.Evolve((T?)state, e) : throw new ImpossibleEventException(state.GetType(), e));
    }
}
