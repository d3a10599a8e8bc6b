using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Assessment;

/// <summary>Declare the result of an assessment by named examiners.</summary>
public sealed record DeclareResult(Guid Result, Guid Person, string Framework, string Unit, int? Level, Grade Grade, int? Score,
    Instrument Instrument, ValueList<Guid> Examiners, DateOnly AssessedOn, Evidence Evidence) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DeclareResults;

    /// <summary>A result with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyDeclared = new("result.already-declared", RejectionKind.Conflict, "result");

    /// <summary>Nobody examined, or somebody is named twice.</summary>
    public static readonly Rejection BadExaminers = new("result.bad-examiners", RejectionKind.Invalid, "examiners");

    /// <summary>An examiner is not a person in the ledger.</summary>
    public static readonly Rejection UnknownExaminer = new("result.unknown-examiner", RejectionKind.Missing, "examiners");

    /// <summary>A candidate cannot examine themself.</summary>
    public static readonly Rejection OwnExaminer = new("result.own-examiner", RejectionKind.Forbidden, "examiners");

    /// <summary>A score is 0-10000 hundredths.</summary>
    public static readonly Rejection BadScore = new("result.bad-score", RejectionKind.Invalid, "score");

    /// <summary>The day has not come yet.</summary>
    public static readonly Rejection InFuture = new("result.in-future", RejectionKind.Invalid, "assessedOn");

    /// <summary>What is wrong with these examiners of this candidate, or null.</summary>
    public static Rejection? Flaw(ValueList<Guid> examiners, Guid candidate)
    {
        if (examiners.Count == 0 || examiners.Distinct().Count() != examiners.Count) return BadExaminers;
        return examiners.Contains(candidate) ? OwnExaminer : null;
    }

    /// <summary>Decide on the result's stream.</summary>
    /// <param name="result">The result under this id, if any.</param>
    /// <param name="person">The candidate.</param>
    /// <param name="framework">The framework version.</param>
    /// <param name="examiners">Those of the named examiners who are in the ledger.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Result? result, Person? person, FrameworkVersion? framework, IReadOnlyCollection<Person> examiners, DateOnly today)
    {
        var declared = new ResultDeclared(Person, Result, Framework, Unit, Level, Grade, Score, Instrument, Examiners, AssessedOn, Evidence);
        if (result is not null) return result.Declared == declared ? Outcome.NothingToDo : AlreadyDeclared;
        if (person is null) return People.Person.Missing;
        if (person.IsErased) return People.Person.Erased;
        if (framework is null) return FrameworkVersion.Missing;
        if (framework.Refuses(Unit, Level) is { } refused) return refused;
        if (Flaw(Examiners, Person) is { } flaw) return flaw;
        if (!Examiners.All(id => examiners.Any(e => e.Id == id))) return UnknownExaminer;
        if (Score is < 0 or > 10_000) return BadScore;
        if (Evidence.Flaw() is { } bad) return bad;
        return AssessedOn > today ? InFuture : declared;
    }
}
