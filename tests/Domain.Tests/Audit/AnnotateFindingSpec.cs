using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Audit.Lookings;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Audit;

public class AnnotateFindingSpec
{
    private static readonly AnnotateFinding Annotate = new(NoteId, Candidate, Remark);

    private static Func<Review?, Outcome> By(Guid person, AnnotateFinding command) => review => command.Decide(review, Acting(person));

    [Fact]
    public void An_auditor_notes_something() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Annotate))
        .Then(Noted);

    [Fact]
    public void Another_auditor_adds_to_it_and_a_disposal_is_no_end_to_notes() => Spec<Review>
        .Given(Opened, Noted, Disposed)
        .When(By(Stranger, Annotate with { Note = Id(0xF0F) }))
        .Then(Noted with { Note = Id(0xF0F), NotedBy = Stranger });

    [Fact]
    public void The_same_note_again_is_nothing_new() => Spec<Review>
        .Given(Opened, Noted)
        .When(By(Auditor, Annotate))
        .ThenNothing();

    [Fact]
    public void A_note_is_not_changed() => Spec<Review>
        .Given(Opened, Noted)
        .When(By(Auditor, Annotate with { Remark = Sealed<string>(Candidate, "other") }))
        .ThenRejected(AnnotateFinding.OtherNote);

    [Fact]
    public void What_nobody_took_up_is_not_noted_on() => Spec<Review>
        .Given()
        .When(By(Auditor, Annotate))
        .ThenRejected(Review.NotOpened);

    [Fact]
    public void Nobody_notes_on_their_own_acts() => Spec<Review>
        .Given(Opened)
        .When(By(Certifier, Annotate))
        .ThenRejected(Review.OwnActs);

    [Fact]
    public void A_note_is_about_somebody_whom_the_finding_concerns() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Annotate with { About = Examiner }))
        .ThenRejected(Review.NotConcerned);

    [Fact]
    public void A_note_says_something() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Annotate with { Remark = null }))
        .ThenRejected(Review.NoRemark);
}
