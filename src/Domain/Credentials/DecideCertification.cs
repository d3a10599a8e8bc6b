using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Decide whether to certify, by someone who did not examine (ISO/IEC 17024 keeps the two apart).</summary>
public sealed record DecideCertification(Guid Scheme, Guid Person, Ruling Ruling, ValueList<Guid> Results, ValueList<Guid> Completions, ValueList<Guid>? Awards = null) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DecideCertification;

    /// <summary>It was decided before on this evidence, otherwise, by someone else or for another body.</summary>
    public static readonly Rejection AlreadyDecided = new("decision.already-made", RejectionKind.Conflict);

    /// <summary>Whoever examined does not decide.</summary>
    public static readonly Rejection ByExaminer = new("decision.by-examiner", RejectionKind.Forbidden);

    /// <summary>Whoever accepted an award does not decide on it.</summary>
    public static readonly Rejection ByAccepter = new("decision.by-accepter", RejectionKind.Forbidden);

    /// <summary>Nobody decides on themself.</summary>
    public static readonly Rejection OnSelf = new("decision.on-self", RejectionKind.Forbidden);

    /// <summary>A result, completion or award is of another person.</summary>
    public static readonly Rejection OthersEvidence = new("decision.others-evidence", RejectionKind.Invalid);

    /// <summary>Neither a result nor an award is named, or something is named twice.</summary>
    public static readonly Rejection BadEvidence = new("decision.bad-evidence", RejectionKind.Invalid, "results");

    /// <summary>What is shown does not meet the scheme's requirements, so it cannot be granted.</summary>
    public static readonly Rejection RequirementsNotMet = new("decision.requirements-not-met", RejectionKind.Invalid, "results");

    /// <summary>The scheme is not open yet.</summary>
    public static readonly Rejection BeforeScheme = new("decision.before-scheme", RejectionKind.Invalid, "scheme");

    /// <summary>The stream to decide on.</summary>
    public Guid Id => Decision.IdOf(Scheme, Person, Results, Completions, Awards);

    /// <summary>Decide on the stream <see cref="Id"/>.</summary>
    public Outcome Decide(Decision? decision, Scheme? scheme, Person? person,
        IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, IReadOnlyCollection<Award> awards, Actor by, DateOnly today)
    {
        if (decision is { Decided: var before })
            return (before.Ruling, before.Body, before.DecidedBy) == (Ruling, by.Organisation, by.Person) ? Outcome.NothingToDo : AlreadyDecided;
        if (scheme is null) return Credentials.Scheme.Missing;
        if (person is null) return People.Person.Missing;
        if (person.IsErased) return People.Person.Erased;
        if (!scheme.Established.Issuers.Contains(by.Organisation)) return Credentials.Scheme.NotAnIssuer;
        ValueList<Guid> named = [.. Results, .. Completions, .. Awards ?? []];
        if (named.Count == Completions.Count || named.Distinct().Count() != named.Count) return BadEvidence;
        if (!Results.All(id => results.Any(r => r.Declared.Result == id))) return Result.Missing;
        if (!Completions.All(id => completions.Any(c => c.Recorded.Completion == id))) return Completion.Missing;
        if (Awards?.All(id => awards.Any(a => a.Accepted.Award == id)) is false) return Award.Missing;
        if (results.Any(r => r.Declared.Person != Person) || completions.Any(c => c.Recorded.Person != Person) || awards.Any(a => a.Accepted.Person != Person)) return OthersEvidence;
        if (by.Person == Person) return OnSelf;
        if (results.Any(r => r.Examiners.Contains(by.Person))) return ByExaminer;
        if (awards.Any(a => a.Accepted.AcceptedBy == by.Person)) return ByAccepter;
        if (today < scheme.Established.From) return BeforeScheme;
        if (Ruling is Ruling.Granted && !scheme.MetBy(results, completions, awards, today)) return RequirementsNotMet;
        return new CertificationDecided(Person, Id, Scheme, by.Organisation, Ruling, Results, Completions, by.Person, today, Awards is { Count: > 0 } ? Awards : null);
    }
}
