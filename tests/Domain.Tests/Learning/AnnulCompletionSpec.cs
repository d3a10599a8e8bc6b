using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Learning;

public class AnnulCompletionSpec
{
    private static AnnulCompletion Annul => new(AnnulmentGround.Irregularity, Remark);

    [Fact]
    public void A_completion_counts_no_more_and_the_event_says_why() => Spec<Completion>
        .Given(Completed)
        .When(Annul.Decide)
        .Then(CompletionWithdrawn);

    [Fact]
    public void Annulling_again_on_the_same_ground_is_nothing_new() => Spec<Completion>
        .Given(Completed, CompletionWithdrawn)
        .When(Annul.Decide)
        .ThenNothing();

    [Fact]
    public void An_annulment_is_not_annulled_again_on_another_ground() => Spec<Completion>
        .Given(Completed, CompletionWithdrawn)
        .When((Annul with { Ground = AnnulmentGround.Fraud }).Decide)
        .ThenRejected(AnnulCompletion.AlreadyAnnulled);

    [Fact]
    public void A_completion_that_nobody_recorded_is_not_annulled() => Spec<Completion>
        .Given()
        .When(Annul.Decide)
        .ThenRejected(Completion.Missing);
}
