using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Tests;

/// <summary>
/// One sentence about one decider: given a history, when a command meets it, then these events, nothing, or a refusal.
/// Every spec also folds its history twice (a replay gives the same state), asks the decider twice (it is a function),
/// and repeats what was accepted against the state after its own events (a repeat yields nothing new): design rule 8.
/// </summary>
public static class Spec<TState> where TState : class, IEvolve<TState>
{
    /// <summary>What the stream holds before; nothing for a stream that does not exist yet.</summary>
    public static History<TState> Given(params LedgerEvent[] history) => new(history);
}

/// <summary>A history that waits for its command.</summary>
public sealed class History<TState>(LedgerEvent[] history) where TState : class, IEvolve<TState>
{
    /// <summary>The command meets the state; the state is null when there is no history.</summary>
    public Answer<TState> When(Func<TState?, Outcome> decide)
    {
        var state = Fold.Of<TState>(history);
        var outcome = decide(state);
        decide(state).ShouldBe(outcome, "a decider asked twice answers the same");
        Fold.Of<TState>(history).ShouldBe(state, "a replay gives the same state");
        return new(history, decide, outcome);
    }

    /// <summary>The event cannot follow this history: no decider could have given it.</summary>
    public void ThenImpossible(LedgerEvent next) =>
        Should.Throw<ImpossibleEventException>(() => Fold.Of<TState>([.. history, next]))
            .Message.ShouldBe($"{next.GetType().Name} cannot follow the state of this {typeof(TState).Name}.");
}

/// <summary>What the decider answered.</summary>
public sealed class Answer<TState>(LedgerEvent[] history, Func<TState?, Outcome> decide, Outcome outcome) where TState : class, IEvolve<TState>
{
    /// <summary>Exactly these events, in this order.</summary>
    public void Then(params LedgerEvent[] expected)
    {
        expected.ShouldNotBeEmpty("nothing is ThenNothing()");
        outcome.Rejection.ShouldBeNull();
        outcome.Events.ShouldBe(expected);
        var after = Fold.Of<TState>([.. history, .. outcome.Events]);
        Fold.Of<TState>([.. history, .. outcome.Events]).ShouldBe(after, "a replay gives the same state");
        decide(after).ShouldBe(Outcome.NothingToDo, "a repeat yields nothing new");
    }

    /// <summary>What was asked is so already: accepted, and no event.</summary>
    public void ThenNothing() => outcome.ShouldBe(Outcome.NothingToDo);

    /// <summary>This refusal, and no event.</summary>
    public void ThenRejected(Rejection expected) => ThenRejected(expected, expected.Field);

    /// <summary>This refusal, of a field that depends on the command, and no event.</summary>
    public void ThenRejected(Rejection expected, string? field)
    {
        outcome.Rejection.ShouldBe(expected with { Field = field });
        outcome.Events.ShouldBeEmpty();
        Refusals.Heard(expected);
    }
}

/// <summary>Folds events into state.</summary>
public static class Fold
{
    /// <summary>The state after these events; null when there are none.</summary>
    public static TState? Of<TState>(params IEnumerable<LedgerEvent> events) where TState : class, IEvolve<TState> =>
        events.Aggregate((TState?)null, TState.Evolve);
}

/// <summary>The refusals that specs see, for whoever listens (<see cref="EveryVerbSpec"/>).</summary>
public static class Refusals
{
    private static readonly AsyncLocal<ICollection<Rejection>?> Listener = new();

    /// <summary>Every refusal seen while <paramref name="specs"/> run, in this flow of control only.</summary>
    public static IReadOnlySet<Rejection> During(Action specs)
    {
        var heard = new HashSet<Rejection>(ReferenceEqualityComparer.Instance);
        Listener.Value = heard;
        try { specs(); }
        finally { Listener.Value = null; }
        return heard;
    }

    internal static void Heard(Rejection rejection) => Listener.Value?.Add(rejection);
}
