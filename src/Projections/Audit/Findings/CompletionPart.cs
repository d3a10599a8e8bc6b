namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>A training completion, as far as rules ask.</summary>
public sealed class CompletionPart(Shown recorded, Guid person, Guid course)
{
    /// <summary>The event that recorded it.</summary>
    public Shown Recorded => recorded;

    /// <summary>Who completed.</summary>
    public Guid Person => person;

    /// <summary>The course.</summary>
    public Guid Course => course;

    /// <summary>The event that annulled it; null while it counts.</summary>
    public Shown? Annulled { get; internal set; }
}
