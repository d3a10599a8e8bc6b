using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Projections.Reading;

/// <summary>Which aggregate each event belongs to, for who folds a stream without knowing what it is of.</summary>
public static class Aggregates
{
    /// <summary>The state of a stream after <paramref name="e"/>; <paramref name="state"/> is null before the first event.</summary>
    /// <exception cref="ImpossibleEventException">The event cannot follow this state, or belongs to another aggregate.</exception>
    public static object? Next(object? state, LedgerEvent e) => e switch
    {
        FrameworkVersionImported => Next<FrameworkVersion>(state, e),
        PersonRegistered or PostHeld or PostLeft => Next<Person>(state, e),
        CourseDefined => Next<Course>(state, e),
        CompletionRecorded or CompletionAnnulled => Next<Completion>(state, e),
        ResultDeclared or ResultSuperseded or ResultAnnulled => Next<Result>(state, e),
        SchemeEstablished => Next<Scheme>(state, e),
        CertificationDecided => Next<Decision>(state, e),
        CredentialIssued or CredentialRevoked => Next<Credential>(state, e),
        AgreementSigned or NoticeGiven or RepresentativeNamed or DisputeRaised or DisputeConsidered => Next<Agreement>(state, e),
        IProposed or ProposalSigned or SignatureWithdrawn or ProposalWithdrawn or IEffect => Next<Agreement>(state, e),
        _ => throw new NotSupportedException($"{e.GetType().Name} belongs to no aggregate: name it here."),
    };

    private static T? Next<T>(object? state, LedgerEvent e) where T : class, IEvolve<T> =>
        state is null or T ? T.Evolve((T?)state, e) : throw new ImpossibleEventException(state.GetType(), e);
}
