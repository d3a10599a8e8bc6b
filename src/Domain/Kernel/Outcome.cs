namespace CredentialLedger.Domain.Kernel;

/// <summary>What a decider answers: the events to append (perhaps none), or the one reason why not.</summary>
public sealed record Outcome
{
    private Outcome(ValueList<LedgerEvent> events, Rejection? rejection) => (Events, Rejection) = (events, rejection);

    /// <summary>The command asks for what is already so: a repeat, answered like the first time, with no event.</summary>
    public static readonly Outcome NothingToDo = new([], null);

    /// <summary>Empty when the command was refused or had nothing to do.</summary>
    public ValueList<LedgerEvent> Events { get; }

    /// <summary>Null unless the command was refused.</summary>
    public Rejection? Rejection { get; }

    /// <summary>One event; a refusal when it holds a day that nobody can mean, whichever decider gives it.</summary>
    public static implicit operator Outcome(LedgerEvent e) => Of([e]);

    /// <summary>Several events at once: all are appended, or none.</summary>
    public static Outcome Together(LedgerEvent first, LedgerEvent second) => Of([first, second]);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome(Rejection rejection) => new([], rejection);

    private static Outcome Of(ValueList<LedgerEvent> events) => events.Select(PlausibleDay.FlawIn).FirstOrDefault(f => f is not null) is { } flaw ? flaw : new Outcome(events, null);
}
