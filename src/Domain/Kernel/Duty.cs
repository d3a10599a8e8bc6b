namespace CredentialLedger.Domain.Kernel;

/// <summary>Something that a person may be appointed to do, named by one command or more as what they need.</summary>
public sealed record Duty(string Code);

/// <summary>A command names the duty that it needs, once, beside its rule (design rule 14).</summary>
public interface ICommand
{
    /// <summary>The duty under which this command is given.</summary>
    static abstract Duty Needs { get; }
}
