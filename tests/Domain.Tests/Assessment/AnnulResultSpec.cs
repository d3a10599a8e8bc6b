using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Assessment;

public class AnnulResultSpec
{
    private static AnnulResult Annul => new(AnnulmentGround.Fraud, Remark);

    [Fact]
    public void A_result_counts_no_more_and_the_event_says_why() => Spec<Result>
        .Given(Declared)
        .When(Annul.Decide)
        .Then(ResultWithdrawn);

    [Fact]
    public void A_corrected_result_may_be_annulled() => Spec<Result>
        .Given(Declared, Failed)
        .When(Annul.Decide)
        .Then(ResultWithdrawn);

    [Fact]
    public void Annulling_again_on_the_same_ground_is_nothing_new() => Spec<Result>
        .Given(Declared, ResultWithdrawn)
        .When(Annul.Decide)
        .ThenNothing();

    [Fact]
    public void An_annulment_is_not_annulled_again_on_another_ground() => Spec<Result>
        .Given(Declared, ResultWithdrawn)
        .When((Annul with { Ground = AnnulmentGround.RecordedInError }).Decide)
        .ThenRejected(AnnulResult.AlreadyAnnulled);

    [Fact]
    public void An_annulment_is_not_annulled_again_with_another_remark() => Spec<Result>
        .Given(Declared, ResultWithdrawn)
        .When((Annul with { Remark = null }).Decide)
        .ThenRejected(AnnulResult.AlreadyAnnulled);

    [Fact]
    public void A_result_that_nobody_declared_is_not_annulled() => Spec<Result>
        .Given()
        .When(Annul.Decide)
        .ThenRejected(Result.Missing);
}
