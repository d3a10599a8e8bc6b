using CredentialLedger.Domain.Assessment;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>An assessment result, as far as rules ask.</summary>
public sealed class ResultPart(Shown declared, ResultDeclared result)
{
    private readonly List<(Guid Person, Shown By)> examined = [.. result.Examiners.Select(p => (p, declared))];

    /// <summary>The event that declared it.</summary>
    public Shown Declared => declared;

    /// <summary>The candidate.</summary>
    public Guid Person { get; } = result.Person;

    /// <summary>Framework version, unit and level.</summary>
    public (string Framework, string Unit, int? Level) What { get; } = (result.Framework, result.Unit, result.Level);

    /// <inheritdoc cref="What"/>
    public string Framework => What.Framework;

    /// <inheritdoc cref="What"/>
    public string Unit => What.Unit;

    /// <inheritdoc cref="What"/>
    public int? Level => What.Level;

    /// <summary>How it was assessed.</summary>
    public Instrument Instrument { get; } = result.Instrument;

    /// <summary>The grade and score that stand, and those that stood before the last correction.</summary>
    public (Grade Grade, int? Score) Now { get; private set; } = (result.Grade, result.Score);

    /// <inheritdoc cref="Now"/>
    public (Grade Grade, int? Score) Before { get; private set; } = (result.Grade, result.Score);

    /// <summary>The corrections, in order.</summary>
    public List<Shown> Superseded { get; } = [];

    /// <summary>The event that annulled it; null while it counts.</summary>
    public Shown? Annulled { get; private set; }

    /// <summary>The decisions that considered it.</summary>
    public List<DecisionPart> Decisions { get; } = [];

    /// <summary>Whether it shows competence and counts.</summary>
    public bool Competent => Annulled is null && Now.Grade is Grade.Competent;

    /// <summary>All events of it.</summary>
    public IEnumerable<Shown> Events => Annulled is { } annulled ? [declared, .. Superseded, annulled] : [declared, .. Superseded];

    /// <summary>Who had a hand in it and by which event: those named as examiners, and whoever recorded it.</summary>
    public IEnumerable<(Guid Person, Shown By)> Hands => [.. examined, (declared.By, declared), .. Superseded.Select(s => (s.By, s))];

    /// <summary>Who had a hand in the last correction and in nothing of it before.</summary>
    public IEnumerable<Guid> NewHands => Hands.Where(h => h.By == Superseded[^1]).Select(h => h.Person).Except(Hands.Where(h => h.By != Superseded[^1]).Select(h => h.Person));

    internal void Supersede(Shown e, ResultSuperseded by)
    {
        (Before, Now) = (Now, (by.Grade, by.Score));
        Superseded.Add(e);
        examined.AddRange(by.Examiners.Select(p => (p, e)));
    }

    internal void Annul(Shown e) => Annulled = e;
}
