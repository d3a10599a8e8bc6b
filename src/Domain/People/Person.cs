using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.People;

/// <summary>A person: what registering, posts and whatever is recorded about them need to know (row R-HR).</summary>
public sealed record Person(PersonRegistered Registered, ValueList<PostHeld> Posts, ValueList<PostLeft> Left) : IEvolve<Person>
{
    /// <summary>No person with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("person.missing", RejectionKind.Missing, "person");

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

    /// <inheritdoc/>
    public static Person? Evolve(Person? state, LedgerEvent e) => (state, e) switch
    {
        (null, PersonRegistered registered) => new(registered, [], []),
        ({ } person, PostHeld held) => person with { Posts = [.. person.Posts, held] },
        ({ } person, PostLeft left) => person with { Left = [.. person.Left, left] },
        _ => throw new ImpossibleEventException(typeof(Person), e),
    };
}
