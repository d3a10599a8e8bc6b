namespace CredentialLedger.Domain.Kernel;

/// <summary>What later decisions need to remember of a stream. Evolve remembers; it never decides, loads or reads the clock.</summary>
public interface IEvolve<TSelf> where TSelf : class, IEvolve<TSelf>
{
    /// <summary>The state after <paramref name="e"/>; <paramref name="state"/> is null before the first event.</summary>
    /// <exception cref="ImpossibleEventException">The event cannot follow this state: the stream is corrupt or the code is wrong.</exception>
    static abstract TSelf? Evolve(TSelf? state, LedgerEvent e);
}

/// <summary>An event that no decider could have appended after the state it met.</summary>
public sealed class ImpossibleEventException(Type state, LedgerEvent e)
    : Exception($"{e.GetType().Name} cannot follow the state of this {state.Name}.");
