using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;

namespace CredentialLedger.Domain.People;

/// <summary>A person: what registering, posts and whatever is recorded about them need to know (row R-HR).</summary>
public sealed record Person(PersonRegistered Registered, ValueList<PostHeld> Posts, ValueList<PostLeft> Left, ValueList<Erasure> Erasures) : IEvolve<Person>
{
    /// <summary>No person with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("person.missing", RejectionKind.Missing, "person");

    /// <summary>The person's data was erased: nothing new is recorded about them.</summary>
    public static readonly Rejection Erased = new("person.erased", RejectionKind.Conflict, "person");

    /// <summary>Their last change of name; null while they have the one that they were registered with.</summary>
    public PersonRenamed? Renamed { get; init; }

    /// <summary>The person's id.</summary>
    public Guid Id => Registered.Person;

    /// <summary>Whether the person holds that post now, as far as recorded.</summary>
    public PostHeld? Holds(string agency, string post) =>
        Posts.LastOrDefault(p => p.Agency == agency && p.Post == post) is { } held
        && !Left.Any(l => l.Agency == agency && l.Post == post && l.Until >= held.From) ? held : null;

    /// <summary>The posts that the person holds on a day.</summary>
    public IEnumerable<PostHeld> PostsOn(DateOnly day) =>
        Posts.Where(p => p.From <= day && !Left.Any(l => l.Agency == p.Agency && l.Post == p.Post && l.Until >= p.From && l.Until < day));

    /// <summary>The post by which the person supervises another on a day: one of the other's posts reports to it; null when none does.</summary>
    public PostHeld? Supervises(Person other, DateOnly day) => Id == other.Id ? null
        : PostsOn(day).FirstOrDefault(mine => other.PostsOn(day).Any(p => p.Agency == mine.Agency && p.Supervisor == mine.Post));

    /// <summary>Whether the person's data was erased.</summary>
    public bool IsErased => Erasures.Any(e => e.Granted is not null);

    /// <summary>The request of that id to erase the person's data, or null.</summary>
    public Erasure? Erasure(Guid id) => Erasures.FirstOrDefault(e => e.Requested.Erasure == id);

    /// <inheritdoc/>
    public static Person? Evolve(Person? state, LedgerEvent e) => (state, e) switch
    {
        (null, PersonRegistered registered) => new(registered, [], [], []),
        ({ IsErased: false } person, PersonRenamed renamed) => person with { Renamed = renamed },
        ({ IsErased: false } person, PostHeld held) => person with { Posts = [.. person.Posts, held] },
        ({ } person, PostLeft left) => person with { Left = [.. person.Left, left] },
        ({ IsErased: false } person, ErasureRequested requested) when person.Erasure(requested.Erasure) is null && !person.Erasures.Any(e => e.IsOpen) => person with { Erasures = [.. person.Erasures, new(requested, null, null)] },
        ({ } person, ErasureRefused refused) when person.Erasure(refused.Erasure) is { IsOpen: true } open => person.With(open with { Refused = refused }),
        ({ } person, ErasureGranted granted) when person.Erasure(granted.Erasure) is { IsOpen: true } open => person.With(open with { Granted = granted }),
        _ => throw new ImpossibleEventException(typeof(Person), e),
    };

    private Person With(Erasure decided) => this with { Erasures = [.. Erasures.Select(e => e.Requested == decided.Requested ? decided : e)] };
}
