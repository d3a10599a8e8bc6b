using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class TakeOverBatchSpec
{
    private static Func<CredentialBatch?, Outcome> TakeOver(Guid by, bool rests = true, string body = Body) => batch => new TakeOverBatch().Decide(batch, Acting(by, body), rests);

    [Fact]
    public void A_colleague_goes_on_with_a_batch_that_rests() => Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone).When(TakeOver(Certifier)).Then(BatchByColleague);

    [Fact]
    public void From_then_on_it_goes_on_in_their_name_and_may_be_taken_over_again()
    {
        Fold.Of<CredentialBatch>(BatchOfTwo)!.InNameOf.ShouldBe(Registrar);
        Fold.Of<CredentialBatch>(BatchOfTwo, HalfDone, BatchByColleague)!.InNameOf.ShouldBe(Certifier);
        Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, BatchByColleague).When(TakeOver(Auditor)).Then(BatchByColleague with { By = Auditor });
    }

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<CredentialBatch>.Given(BatchOfTwo, BatchByColleague).When(TakeOver(Certifier, rests: false)).ThenNothing();

    [Fact]
    public void One_that_goes_on_is_left_to_whom_it_goes_on_for() => Spec<CredentialBatch>.Given(BatchOfTwo).When(TakeOver(Certifier, rests: false)).ThenRejected(TakeOverBatch.NotResting);

    [Fact]
    public void One_that_is_over_is_not_taken_over()
    {
        Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, OtherHalf, BatchDone).When(TakeOver(Certifier)).ThenRejected(CredentialBatch.Over);
        Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, BatchEnded).When(TakeOver(Certifier)).ThenRejected(CredentialBatch.Over);
    }

    [Fact]
    public void Another_body_has_no_such_batch()
    {
        Spec<CredentialBatch>.Given(BatchOfTwo).When(TakeOver(Certifier, body: OtherBody)).ThenRejected(CredentialBatch.Missing);
        Spec<CredentialBatch>.Given().When(TakeOver(Certifier)).ThenRejected(CredentialBatch.Missing);
    }
}
