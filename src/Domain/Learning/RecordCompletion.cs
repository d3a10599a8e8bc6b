using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Learning;

/// <summary>Record that a person completed a course, with evidence.</summary>
public sealed record RecordCompletion(Guid Completion, Guid Person, Guid Course, DateOnly CompletedOn, Evidence Evidence) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.RecordTraining;

    /// <summary>A completion with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyRecorded = new("completion.already-recorded", RejectionKind.Conflict, "completion");

    /// <summary>The course did not exist on that day.</summary>
    public static readonly Rejection BeforeCourse = new("completion.before-course", RejectionKind.Invalid, "completedOn");

    /// <summary>The day has not come yet.</summary>
    public static readonly Rejection InFuture = new("completion.in-future", RejectionKind.Invalid, "completedOn");

    /// <summary>Decide on the completion's stream.</summary>
    /// <param name="completion">The completion under this id, if any.</param>
    /// <param name="person">Who completed.</param>
    /// <param name="course">What was completed.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Completion? completion, Person? person, Course? course, DateOnly today)
    {
        if (person is null) return People.Person.Missing;
        if (course is null) return Learning.Course.Missing;
        var recorded = new CompletionRecorded(Person, Completion, Course, course.Defined.Framework, course.Defined.Units, CompletedOn, Evidence);
        if (completion is not null) return completion.Recorded == recorded ? Outcome.NothingToDo : AlreadyRecorded;
        if (person.IsErased) return People.Person.Erased;
        if (Evidence.Flaw() is { } flaw) return flaw;
        if (CompletedOn < course.Defined.From) return BeforeCourse;
        return CompletedOn > today ? InFuture : recorded;
    }
}
