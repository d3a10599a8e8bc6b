using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Learning;

public class RecordCompletionSpec
{
    private static RecordCompletion Record => new(CompletionId, Candidate, CourseId, new(2027, 1, 20), Attendance);

    private static Outcome Decide(RecordCompletion command, Completion? completion) =>
        command.Decide(completion, Known(Candidate), TheCourse, Today);

    [Fact]
    public void A_completion_is_recorded_with_the_units_that_the_course_develops() => Spec<Completion>
        .Given()
        .When(c => Decide(Record, c))
        .Then(Completed);

    [Theory, InlineData("2026-10-01"), InlineData("2027-03-15")]
    public void The_first_day_of_the_course_and_today_both_count(string day) => Spec<Completion>
        .Given()
        .When(c => Decide(Record with { CompletedOn = Day(day) }, c))
        .Then(Completed with { CompletedOn = Day(day) });

    [Fact]
    public void The_same_completion_again_is_nothing_new() => Spec<Completion>
        .Given(Completed)
        .When(c => Decide(Record, c))
        .ThenNothing();

    [Fact]
    public void A_repeat_does_not_bring_an_annulled_completion_back() => Spec<Completion>
        .Given(Completed, CompletionWithdrawn)
        .When(c => Decide(Record, c))
        .ThenNothing();

    [Fact]
    public void Another_content_under_a_known_id_is_refused() => Spec<Completion>
        .Given(Completed)
        .When(c => Decide(Record with { CompletedOn = new(2027, 1, 21) }, c))
        .ThenRejected(RecordCompletion.AlreadyRecorded);

    [Fact]
    public void Nobody_completes_a_course_before_it_exists() => Spec<Completion>
        .Given()
        .When(c => Decide(Record with { CompletedOn = Defined.From.AddDays(-1) }, c))
        .ThenRejected(RecordCompletion.BeforeCourse);

    [Fact]
    public void Nobody_has_completed_tomorrow() => Spec<Completion>
        .Given()
        .When(c => Decide(Record with { CompletedOn = Tomorrow }, c))
        .ThenRejected(RecordCompletion.InFuture);

    [Fact]
    public void The_person_must_be_in_the_ledger() => Spec<Completion>
        .Given()
        .When(c => Record.Decide(c, person: null, TheCourse, Today))
        .ThenRejected(Person.Missing);

    [Fact]
    public void The_course_must_be_in_the_ledger() => Spec<Completion>
        .Given()
        .When(c => Record.Decide(c, Known(Candidate), course: null, Today))
        .ThenRejected(Course.Missing);

    [Theory]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("TR-1", "")]
    [InlineData("TR-1", "abc")]
    [InlineData("TR-1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Evidence_has_a_reference_and_a_digest_of_64_lower_case_digits_or_none(string reference, string? digest) => Spec<Completion>
        .Given()
        .When(c => Decide(Record with { Evidence = new(EvidenceKind.Transcript, reference, digest) }, c))
        .ThenRejected(Evidence.Malformed);

    [Fact]
    public void Of_a_person_whose_data_was_erased_nothing_is_recorded() => Spec<Completion>
        .Given()
        .When(c => Record.Decide(c, Forgotten, TheCourse, Today))
        .ThenRejected(Person.Erased);
}
