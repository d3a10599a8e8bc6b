using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.People;

/// <summary>Record that a person left a post; the post and the time in it stay in the history.</summary>
public sealed record LeavePost(string Post, string Agency, DateOnly Until) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepPersons;

    /// <summary>The person does not hold that post.</summary>
    public static readonly Rejection NotHeld = new("post.not-held", RejectionKind.Conflict, "post");

    /// <summary>The last day lies before the first.</summary>
    public static readonly Rejection BeforeStart = new("post.before-start", RejectionKind.Invalid, "until");

    /// <summary>Decide on the person's stream.</summary>
    public Outcome Decide(Person? person)
    {
        if (person is null) return Person.Missing;
        var left = new PostLeft(person.Id, Post, Agency, Until);
        if (person.Left.Contains(left)) return Outcome.NothingToDo;
        if (person.Holds(Agency, Post) is not { } held) return NotHeld;
        return Until < held.From ? BeforeStart : left;
    }
}
