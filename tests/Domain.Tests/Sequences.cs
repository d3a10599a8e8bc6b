using System.Collections.Concurrent;
using CredentialLedger.Domain.Kernel;
using CsCheck;

namespace CredentialLedger.Domain.Tests;

/// <summary>One command that may be given at any time, as a failing sequence prints it.</summary>
public sealed record Step<TState>(object Command, Func<TState?, Outcome> Decide) where TState : class, IEvolve<TState>
{
    public override string ToString() => $"{Command}";
}

/// <summary>
/// Whatever commands come, in whatever order: no decider throws, none gives an event that Evolve refuses, a refusal comes
/// without events, a repeat of what was just accepted yields nothing, and a replay of the stream gives the same state.
/// </summary>
public static class Sequences
{
    /// <summary>Gives many random sequences to an empty stream; <paramref name="invariant"/> sees the state after every step.</summary>
    /// <param name="steps">The commands to draw from.</param>
    /// <param name="invariant">What must hold of the state whatever happened.</param>
    /// <param name="reached">The kinds of event that the sequences must have reached, so that the test tests something.</param>
    public static void Hold<TState>(Gen<Step<TState>> steps, Action<TState> invariant, params Type[] reached) where TState : class, IEvolve<TState> =>
        Hold([], steps, invariant, reached);

    /// <summary>Gives many random sequences to a stream that holds some events already.</summary>
    /// <param name="before">What the stream holds, so that sequences reach what is far from its beginning.</param>
    /// <param name="steps">The commands to draw from.</param>
    /// <param name="invariant">What must hold of the state whatever happened.</param>
    /// <param name="reached">The kinds of event that the sequences must have reached.</param>
    public static void Hold<TState>(LedgerEvent[] before, Gen<Step<TState>> steps, Action<TState> invariant, params Type[] reached) where TState : class, IEvolve<TState>
    {
        var seen = new ConcurrentDictionary<Type, bool>();
        steps.Array[1, 16].Sample(sequence =>
        {
            var (state, stream) = (Fold.Of<TState>(before), before.ToList());
            foreach (var step in sequence)
            {
                var outcome = step.Decide(state);
                if (outcome.Rejection is not null) outcome.Events.ShouldBeEmpty();
                foreach (var e in outcome.Events) seen.TryAdd(e.GetType(), true);
                stream.AddRange(outcome.Events);
                state = outcome.Events.Aggregate(state, TState.Evolve);
                if (outcome.Rejection is null) step.Decide(state).ShouldBe(Outcome.NothingToDo, "a repeat yields nothing new");
                if (state is not null) invariant(state);
            }
            Fold.Of<TState>(stream).ShouldBe(state, "a replay gives the same state");
        }, iter: 2_000);
        seen.Keys.ShouldBe(reached, ignoreOrder: true);
    }
}
