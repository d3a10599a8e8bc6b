using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Audit.Lookings;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Audit;

public class DisposeFindingSpec
{
    private static readonly DisposeFinding Dismiss = new(Disposition.Dismissed, null, Candidate, Remark);
    private static readonly DisposeFinding Refer = new(Disposition.Referred, "ตส 0401/12", Candidate, Remark);

    private static Func<Review?, Outcome> By(Guid person, DisposeFinding command) => review => command.Decide(review, TheLead, Acting(person));

    [Fact]
    public void It_is_dismissed_on_grounds() => Spec<Review>
        .Given(Opened, Noted)
        .When(By(Auditor, Dismiss))
        .Then(Disposed);

    [Fact]
    public void It_is_referred_by_a_document_by_another_auditor_than_took_it_up() => Spec<Review>
        .Given(Opened)
        .When(By(Stranger, Refer))
        .Then(Disposed with { Disposition = Disposition.Referred, Reference = "ตส 0401/12", DisposedBy = Stranger });

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<Review>
        .Given(Opened, Disposed)
        .When(By(Auditor, Dismiss))
        .ThenNothing();

    [Fact]
    public void It_is_not_disposed_of_otherwise() => Spec<Review>
        .Given(Opened, Disposed)
        .When(By(Auditor, Refer))
        .ThenRejected(DisposeFinding.AlreadyDisposed);

    [Fact]
    public void What_was_reopened_is_disposed_of_anew() => Spec<Review>
        .Given(Opened, Disposed, Reopened)
        .When(By(Auditor, Dismiss))
        .Then(Disposed);

    [Theory]
    [InlineData(Disposition.Referred, null), InlineData(Disposition.Corrected, null), InlineData(Disposition.Dismissed, " x")]
    public void What_is_referred_or_corrected_names_its_document(Disposition disposition, string? reference) => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Dismiss with { Disposition = disposition, Reference = reference }))
        .ThenRejected(DisposeFinding.BadReference);

    [Fact]
    public void Nobody_disposes_of_their_own_acts() => Spec<Review>
        .Given(Opened)
        .When(By(Certifier, Dismiss))
        .ThenRejected(Review.OwnActs);

    [Fact]
    public void Nobody_disposes_of_what_has_come_to_concern_them_since() => Spec<Review>
        .Given(Opened)
        .When(review => Dismiss.Decide(review, TheLead with { Persons = [Certifier, Candidate, Stranger] }, Acting(Stranger)))
        .ThenRejected(Review.OwnActs);

    [Fact]
    public void What_no_rule_finds_any_more_is_disposed_of_too() => Spec<Review>
        .Given(Opened)
        .When(review => Dismiss.Decide(review, null, Acting(Auditor)))
        .Then(Disposed);

    [Fact]
    public void What_nobody_took_up_is_not_disposed_of() => Spec<Review>
        .Given()
        .When(By(Auditor, Dismiss))
        .ThenRejected(Review.NotOpened);

    [Fact]
    public void Grounds_are_stated() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Dismiss with { Remark = null }))
        .ThenRejected(Review.NoRemark);

    [Fact]
    public void Grounds_are_about_somebody_whom_it_concerns() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Dismiss with { About = Examiner }))
        .ThenRejected(Review.NotConcerned);
}
