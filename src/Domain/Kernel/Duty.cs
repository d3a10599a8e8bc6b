namespace CredentialLedger.Domain.Kernel;

/// <summary>Something that a person may be appointed to do, named by one command or view, or more, as what they need.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Clauses">The mandates, by their clauses, of which any entitles its party to appoint people to the duty; none for a duty that the agreement itself gives.</param>
/// <param name="WindingUp">Whether it outlives the agreement: what is settled can still be revoked, read, erased, audited and permitted (clauses 5 and 8).</param>
public sealed record Duty(string Code, ValueList<string> Clauses, bool WindingUp = false);

/// <summary>A command names the duty that it needs, once, beside its rule (design rule 14).</summary>
public interface ICommand
{
    /// <summary>The duty under which this command is given.</summary>
    static abstract Duty Needs { get; }
}
