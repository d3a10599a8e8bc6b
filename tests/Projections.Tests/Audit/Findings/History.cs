using System.Globalization;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections.Audit.Findings;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

/// <summary>A made-up history of a ledger, event by event, at moments of Thai time, and what the rules find in it.</summary>
internal sealed class History
{
    public static readonly Guid Candidate = Id(0xA1), Examiner = Id(0xA2), SecondExaminer = Id(0xA3), Certifier = Id(0xA4), Registrar = Id(0xA5), Revoker = Id(0xA6), Clerk = Id(0xA7);
    public static readonly Guid SchemeId = Id(0xD1), CourseId = Id(0xC1), CompletionId = Id(0xC2), ResultId = Id(0xE1);
    public static readonly Guid DecisionId = Decision.IdOf(SchemeId, Candidate, [ResultId], [CompletionId]), CredentialId = Credential.IdOf(DecisionId);

    public static readonly CompletionRecorded Completed = new(Candidate, CompletionId, CourseId, "F", ["U"], new(2027, 3, 1), new(EvidenceKind.Attendance, "A-1"));

    public static readonly ResultDeclared Declared =
        new(Candidate, ResultId, "F", "U", 3, Grade.Competent, 8_000, Instrument.Interview, [Examiner], new(2027, 3, 1), new(EvidenceKind.ScoreSheet, "S-1"));

    public static readonly SchemeEstablished Established =
        new(SchemeId, "S", "ส", "S", "F", "U", 3, [new("U", 3, null), new(null, null, CourseId)], 36, ["CB"], new(2027, 1, 1));

    public static readonly CertificationDecided Granted = new(Candidate, DecisionId, SchemeId, "CB", Ruling.Granted, [ResultId], [CompletionId], Certifier, new(2027, 3, 15));

    public static readonly CredentialIssued Issued = new(Candidate, CredentialId, DecisionId, SchemeId, "F", "U", 3,
        new("N-1", "CB", "key-1", new string('b', 64), "https://status.example/1", 1), new(2027, 3, 15), new(2030, 3, 14), Registrar, Test: false);

    public static readonly CredentialRevoked Revoked = new(Candidate, CredentialId, Ground.Misconduct, null, new(2027, 3, 15), Revoker);

    public static readonly CredentialReplaced Replaced = new(Candidate, CredentialId, Credential.ReplacementOf(CredentialId), new(2027, 3, 15), Registrar);

    public static readonly CredentialIssued Replacement = Issued with { Credential = Replaced.Successor, Replaces = CredentialId };

    // Renewed for another three years on the course taken anew.
    public static readonly SchemeEstablished Renewable = Established with { Renewal = new(6, 0, [new(null, null, CourseId)]) };

    public static readonly CompletionRecorded CourseAgain = Completed with { Completion = Id(0xC3), CompletedOn = new(2030, 1, 7) };

    public static readonly CertificationDecided GrantedAgain = Granted with
    {
        Decision = Decision.RenewalOf(DecisionId, [], [CourseAgain.Completion]),
        Results = [],
        Completions = [CourseAgain.Completion],
        DecidedOn = new(2030, 1, 8),
        Renews = DecisionId,
    };

    public static readonly CredentialIssued IssuedAgain = Issued with
    {
        Credential = Credential.RenewalOf(DecisionId),
        Decision = GrantedAgain.Decision,
        ValidFrom = new(2030, 3, 15),
        ValidUntil = new(2033, 3, 14),
        Renews = CredentialId,
    };

    private readonly List<Seen> events = [];
    private DateTimeOffset clock = Moment("2027-03-15 09:00");

    /// <summary>The case as it should be: every step by another person, an hour apart, on a Monday.</summary>
    public static History Proper => new History().Then(Established, Clerk).Then(Completed, Clerk).Then(Declared, Examiner).Then(Granted, Certifier).Then(Issued, Registrar);

    /// <summary>The proper case, renewed three years later.</summary>
    public static History Renewed => new History().Then(Renewable, Clerk).Then(Completed, Clerk).Then(Declared, Examiner).Then(Granted, Certifier).Then(Issued, Registrar)
        .At("2030-01-08 09:00").Then(CourseAgain, Clerk).Then(GrantedAgain, Certifier).Then(IssuedAgain, Registrar);

    /// <summary>A result that was declared, superseded to another grade or score, or annulled.</summary>
    public static ResultSuperseded Superseded(Grade grade, int? score, params Guid[] by) =>
        new(Candidate, ResultId, "F", "U", 3, grade, score, [.. by], SupersessionGround.ReMarking, null);

    public static readonly ResultAnnulled Annulled = new(Candidate, ResultId, "F", "U", 3, AnnulmentGround.Fraud, null);

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    public static DateTimeOffset Moment(string thai) => new(DateTime.ParseExact(thai, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    /// <summary>The next event is recorded at that moment.</summary>
    public History At(string thai) => At(Moment(thai));

    /// <inheritdoc cref="At(string)"/>
    public History At(DateTimeOffset moment)
    {
        clock = moment;
        return this;
    }

    /// <summary>The next event: recorded now; the one after it an hour later, unless somebody says when.</summary>
    public History Then(LedgerEvent e, Guid by, string organisation = "CB", Guid? stream = null)
    {
        var sequence = events.Count + 1;
        events.Add(new(Id(1_000_000 + sequence), e, sequence, stream ?? StreamOf(e), clock, new(by, organisation, "some-duty", "some-authority")));
        clock = clock.AddHours(1);
        return this;
    }

    /// <summary>What a rule finds.</summary>
    public IReadOnlyList<Finding> Found(string rule, Func<Guid, DateTimeOffset?>? proven = null) => [.. Examined(proven).Where(f => f.Rule == rule)];

    /// <summary>What all rules find.</summary>
    public IReadOnlyList<Finding> Examined(Func<Guid, DateTimeOffset?>? proven = null)
    {
        var examination = new Examination(Thresholds.InForce, proven);
        foreach (var e in events) examination.Look(e);
        return examination.End();
    }

    /// <summary>The events so far, by their place from 1.</summary>
    public Guid Event(int sequence) => events[sequence - 1].Id;

    private static Guid StreamOf(LedgerEvent e) => e switch
    {
        ResultDeclared r => r.Result,
        ResultSuperseded r => r.Result,
        ResultAnnulled r => r.Result,
        CompletionRecorded c => c.Completion,
        CompletionAnnulled c => c.Completion,
        CertificationDecided d => d.Decision,
        CredentialIssued c => c.Credential,
        CredentialRevoked c => c.Credential,
        CredentialReplaced c => c.Credential,
        IAbout about => about.Person,
        _ => Id(0xFF),
    };
}

/// <summary>What specs ask of findings.</summary>
internal static class Found
{
    /// <summary>The sequences of the events by which a finding shows.</summary>
    public static long[] Sequences(this Finding finding) => [.. finding.Shows.Select(s => s.Sequence)];

    /// <summary>The codes of the words in its sentence.</summary>
    public static string[] Words(this Finding finding) => [.. finding.Values.OfType<Word>().Select(w => w.Code)];
}
