using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class WithdrawBatchSpec
{
    private static Func<CredentialBatch?, Outcome> Withdraw(string body = Body) => batch => new WithdrawBatch().Decide(batch, Acting(Certifier, body));

    [Fact]
    public void A_body_ends_its_batch_before_all_of_it_was_carried_out()
    {
        Spec<CredentialBatch>.Given(BatchOfTwo).When(Withdraw()).Then(BatchEnded);
        Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, BatchByColleague).When(Withdraw()).Then(BatchEnded);
    }

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, BatchEnded).When(Withdraw()).ThenNothing();

    [Fact]
    public void What_it_released_stays_and_nothing_more_is_told_of_it()
    {
        var batch = Fold.Of<CredentialBatch>(BatchOfTwo, HalfDone, BatchEnded)!;
        (batch.Issued, batch.Remaining, batch.IsOpen).ShouldBe((1, 1, false));
        Should.Throw<ImpossibleEventException>(() => Fold.Of<CredentialBatch>(BatchOfTwo, HalfDone, BatchEnded, OtherHalf));
    }

    [Fact]
    public void One_that_is_finished_stays_finished() => Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, OtherHalf, BatchDone).When(Withdraw()).ThenRejected(CredentialBatch.Over);

    [Fact]
    public void Another_body_has_no_such_batch()
    {
        Spec<CredentialBatch>.Given(BatchOfTwo).When(Withdraw(OtherBody)).ThenRejected(CredentialBatch.Missing);
        Spec<CredentialBatch>.Given().When(Withdraw()).ThenRejected(CredentialBatch.Missing);
    }
}
