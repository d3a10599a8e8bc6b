using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.People;

/// <summary>Record that a person holds a post from a date on.</summary>
public sealed record HoldPost(string Post, string Agency, string? Unit, string? Level, DateOnly From, string? Supervisor = null) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepPersons;

    /// <summary>The levels of positions: general O, knowledge worker K, managerial D, executive M.</summary>
    public static readonly ValueList<string> Levels = ["O1", "O2", "O3", "O4", "K1", "K2", "K3", "K4", "K5", "D1", "D2", "M1", "M2"];

    /// <summary>Post, agency or unit is no plain line of text.</summary>
    public static readonly Rejection BadText = new("post.bad-text", RejectionKind.Invalid, "post");

    /// <summary>Not a level of a position.</summary>
    public static readonly Rejection UnknownLevel = new("post.unknown-level", RejectionKind.Invalid, "level");

    /// <summary>The person holds that post already, from another date or at another level.</summary>
    public static readonly Rejection AlreadyHeld = new("post.already-held", RejectionKind.Conflict, "post");

    /// <summary>The date lies before the person last left the same post.</summary>
    public static readonly Rejection Overlaps = new("post.overlaps", RejectionKind.Conflict, "from");

    /// <summary>A post does not supervise itself.</summary>
    public static readonly Rejection SupervisesItself = new("post.supervises-itself", RejectionKind.Invalid, "supervisor");

    /// <summary>Nobody puts themself in a post: the post says whose records they see.</summary>
    public static readonly Rejection OfOneself = new("post.of-oneself", RejectionKind.Forbidden);

    /// <summary>Decide on the person's stream.</summary>
    public Outcome Decide(Person? person, Actor by)
    {
        if (person is null) return Person.Missing;
        if (by.Person == person.Id) return OfOneself;
        if (!PlainText.IsCode(Post) || !PlainText.IsCode(Agency) || Unit is not null && !PlainText.IsCode(Unit) || Supervisor is not null && !PlainText.IsCode(Supervisor)) return BadText;
        if (Supervisor == Post) return SupervisesItself;
        if (Level is not null && !Levels.Contains(Level)) return UnknownLevel;
        var held = new PostHeld(person.Id, Post, Agency, Unit, Level, From, Supervisor);
        if (person.Posts.Contains(held)) return Outcome.NothingToDo;
        if (person.IsErased) return Person.Erased;
        if (person.Holds(Agency, Post) is not null) return AlreadyHeld;
        return person.Left.Any(l => l.Agency == Agency && l.Post == Post && l.Until >= From) ? Overlaps : held;
    }
}
