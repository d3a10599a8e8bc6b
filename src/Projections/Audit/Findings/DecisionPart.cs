using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>A certification decision, as far as rules ask.</summary>
public sealed class DecisionPart(Shown decided, CertificationDecided decision)
{
    /// <summary>The event.</summary>
    public Shown Decided => decided;

    /// <summary>The decision's id.</summary>
    public Guid Id { get; } = decision.Decision;

    /// <summary>The candidate.</summary>
    public Guid Person { get; } = decision.Person;

    /// <summary>The scheme.</summary>
    public Guid Scheme { get; } = decision.Scheme;

    /// <summary>What was decided.</summary>
    public Ruling Ruling { get; } = decision.Ruling;

    /// <summary>Who decided.</summary>
    public Guid DecidedBy { get; } = decision.DecidedBy;

    /// <summary>The results considered.</summary>
    public ValueList<Guid> Results { get; } = decision.Results;

    /// <summary>The completions considered.</summary>
    public ValueList<Guid> Completions { get; } = decision.Completions;

    /// <summary>The accepted awards considered.</summary>
    public ValueList<Guid> Awards { get; } = decision.Awards ?? [];

    /// <summary>The day that it claims.</summary>
    public DateOnly DecidedOn { get; } = decision.DecidedOn;

    /// <summary>The credential that carries it out; null without one.</summary>
    public CredentialPart? Credential { get; internal set; }
}
