using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Assessment;

/// <summary>Put a right result in the place of a wrong one, by named examiners, and say why.</summary>
public sealed record SupersedeResult(Grade Grade, int? Score, ValueList<Guid> Examiners, SupersessionGround Ground, Sealed<string>? Remark) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DeclareResults;

    /// <summary>The result was annulled; nothing can stand in its place.</summary>
    public static readonly Rejection Annulled = new("result.annulled", RejectionKind.Conflict, "result");

    /// <summary>The same grade and score stand already.</summary>
    public static readonly Rejection NothingChanged = new("result.nothing-changed", RejectionKind.Conflict, "grade");

    /// <summary>Decide on the result's stream.</summary>
    public Outcome Decide(Result? result, IReadOnlyCollection<Person> examiners)
    {
        if (result is null) return Result.Missing;
        var d = result.Declared;
        var superseded = new ResultSuperseded(d.Person, d.Result, d.Framework, d.Unit, d.Level, Grade, Score, Examiners, Ground, Remark);
        if (result.Superseded.Count > 0 && result.Superseded[^1] == superseded) return Outcome.NothingToDo;
        if (result.Annulled is not null) return Annulled;
        if (DeclareResult.Flaw(Examiners, d.Person) is { } flaw) return flaw;
        if (!Examiners.All(id => examiners.Any(e => e.Id == id))) return DeclareResult.UnknownExaminer;
        if (Score is < 0 or > 10_000) return DeclareResult.BadScore;
        var standing = result.Superseded.Count > 0 ? result.Superseded[^1].Score : d.Score;
        return result.Grade == Grade && standing == Score ? NothingChanged : superseded;
    }
}
