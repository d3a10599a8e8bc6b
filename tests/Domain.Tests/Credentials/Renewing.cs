using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

/// <summary>The sample credential's renewal: from half a year before the day after its last, for a quarter from then on, on the course taken anew.</summary>
internal static class Renewing
{
    public static readonly DateOnly Last = new(2030, 3, 14), Opens = new(2029, 9, 15), Closes = new(2030, 6, 14);

    public static readonly RenewalRules Rules = new(6, 3, [new(null, null, CourseId)]);

    public static readonly SchemeEstablished Renewable = Established with { Renewal = Rules };

    public static readonly Guid CourseAgain = Id(0xC7), ResultAgain = Id(0xE7);

    public static readonly CompletionRecorded TakenAgain = Completed with { Completion = CourseAgain, CompletedOn = new(2029, 6, 1) };

    public static readonly ResultDeclared AssessedAgain = Declared with { Result = ResultAgain, AssessedOn = new(2029, 7, 1) };

    public static readonly CertificationDecided Decided = new(Candidate, Decision.RenewalOf(DecisionId, [], [CourseAgain]), SchemeId, Body, Ruling.Granted, [], [CourseAgain], Certifier, Opens, Renews: DecisionId);

    public static readonly CredentialIssued Renewal = Issued with
    {
        Credential = Credential.RenewalOf(DecisionId),
        Decision = Decided.Decision,
        ValidFrom = new(2030, 3, 15),
        ValidUntil = new(2033, 3, 14),
        Renews = CredentialId,
    };

    public static IReadOnlyCollection<Completion> Courses(params LedgerEvent[] events) => [Fold.Of<Completion>(events is [] ? [TakenAgain] : events)!];
}
