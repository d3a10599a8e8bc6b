using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Audit.Lookings;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Audit;

public class OpenFindingSpec
{
    private static Func<Review?, Outcome> By(Guid person, Lead? lead) => review => new OpenFinding().Decide(review, lead, Acting(person));

    [Fact]
    public void An_auditor_takes_up_what_a_replay_gives() => Spec<Review>
        .Given()
        .When(By(Auditor, TheLead))
        .Then(Opened);

    [Fact]
    public void Taken_up_again_by_the_same_it_is_nothing_new_even_when_no_rule_finds_it_any_more() => Spec<Review>
        .Given(Opened)
        .When(By(Auditor, null))
        .ThenNothing();

    [Fact]
    public void What_another_auditor_took_up_is_theirs() => Spec<Review>
        .Given(Opened)
        .When(By(Stranger, TheLead))
        .ThenRejected(OpenFinding.AlreadyOpened);

    [Fact]
    public void What_no_rule_finds_is_not_taken_up() => Spec<Review>
        .Given()
        .When(By(Auditor, null))
        .ThenRejected(Review.Missing);

    [Theory]
    [InlineData(true), InlineData(false)]
    public void Nobody_takes_up_what_concerns_themself(bool actor) => Spec<Review>
        .Given()
        .When(By(actor ? Certifier : Candidate, TheLead))
        .ThenRejected(Review.OwnActs);
}
