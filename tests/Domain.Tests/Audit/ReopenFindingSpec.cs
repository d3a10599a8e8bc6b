using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Audit.Lookings;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Audit;

public class ReopenFindingSpec
{
    private static readonly ReopenFinding Reopen = new(Candidate, Remark);

    private static Func<Review?, Outcome> By(Guid person, ReopenFinding command) => review => command.Decide(review, Acting(person));

    [Fact]
    public void It_is_taken_up_again() => Spec<Review>
        .Given(Opened, Disposed)
        .When(By(Auditor, Reopen))
        .Then(Reopened);

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<Review>
        .Given(Opened, Disposed, Reopened)
        .When(By(Auditor, Reopen))
        .ThenNothing();

    [Fact]
    public void What_is_open_is_not_opened_again() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, Reopen))
        .ThenRejected(ReopenFinding.NotDisposed);

    [Fact]
    public void What_nobody_took_up_cannot_be_taken_up_again() => Spec<Review>
        .Given()
        .When(By(Auditor, Reopen))
        .ThenRejected(Review.NotOpened);

    [Fact]
    public void Nobody_reopens_what_concerns_themself() => Spec<Review>
        .Given(Opened, Disposed)
        .When(By(Candidate, Reopen))
        .ThenRejected(Review.OwnActs);

    [Fact]
    public void A_reason_is_given_about_somebody_whom_it_concerns()
    {
        Spec<Review>.Given(Opened, Disposed).When(By(Auditor, Reopen with { Remark = null })).ThenRejected(Review.NoRemark);
        Spec<Review>.Given(Opened, Disposed).When(By(Auditor, Reopen with { About = Examiner })).ThenRejected(Review.NotConcerned);
    }
}
