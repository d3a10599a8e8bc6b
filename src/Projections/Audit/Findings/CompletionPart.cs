using CredentialLedger.Domain.Learning;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>A training completion, as far as rules ask.</summary>
public sealed class CompletionPart(Shown recorded, CompletionRecorded completion)
{
    /// <summary>The event that recorded it.</summary>
    public Shown Recorded => recorded;

    /// <summary>Who completed.</summary>
    public Guid Person { get; } = completion.Person;

    /// <summary>The course.</summary>
    public Guid Course { get; } = completion.Course;

    /// <summary>Day of the completion.</summary>
    public DateOnly CompletedOn { get; } = completion.CompletedOn;

    /// <summary>The event that annulled it; null while it counts.</summary>
    public Shown? Annulled { get; internal set; }
}
