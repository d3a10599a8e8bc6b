using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class OrderBatchSpec
{
    private static Func<CredentialBatch?, Outcome> Order(ValueList<Guid> decisions, Guid? by = null, string body = Body) =>
        batch => new OrderBatch(BatchOfTwo.Batch, decisions).Decide(batch, Acting(by ?? Registrar, body));

    private static ValueList<Guid> Many(int count) => new(Enumerable.Range(1, count).Select(Id));

    [Fact]
    public void A_body_orders_that_decisions_be_carried_out() => Spec<CredentialBatch>.Given().When(Order(BatchOfTwo.Decisions)).Then(BatchOfTwo);

    [Fact]
    public void The_same_batch_again_is_nothing_new_even_when_it_is_finished()
    {
        Spec<CredentialBatch>.Given(BatchOfTwo).When(Order(BatchOfTwo.Decisions)).ThenNothing();
        Spec<CredentialBatch>.Given(BatchOfTwo, HalfDone, OtherHalf, BatchDone).When(Order(BatchOfTwo.Decisions)).ThenNothing();
    }

    [Fact]
    public void A_batch_of_that_id_with_other_decisions_or_by_somebody_else_is_another()
    {
        Spec<CredentialBatch>.Given(BatchOfTwo).When(Order([DecisionId])).ThenRejected(OrderBatch.AlreadyOrdered);
        Spec<CredentialBatch>.Given(BatchOfTwo).When(Order(BatchOfTwo.Decisions, Certifier)).ThenRejected(OrderBatch.AlreadyOrdered);
        Spec<CredentialBatch>.Given(BatchOfTwo).When(Order(BatchOfTwo.Decisions, body: OtherBody)).ThenRejected(OrderBatch.AlreadyOrdered);
    }

    [Fact]
    public void One_to_ten_thousand_decisions_are_a_batch()
    {
        foreach (var count in (int[])[1, 10_000]) Spec<CredentialBatch>.Given().When(Order(Many(count))).Then(BatchOfTwo with { Decisions = Many(count) });
        foreach (var count in (int[])[0, 10_001]) Spec<CredentialBatch>.Given().When(Order(Many(count))).ThenRejected(OrderBatch.BadSize);
    }

    [Fact]
    public void A_decision_stands_in_it_once() => Spec<CredentialBatch>.Given().When(Order([DecisionId, Id(0xDE), DecisionId])).ThenRejected(OrderBatch.DecisionRepeated);

    [Fact]
    public void A_part_is_told_as_it_went() => Fold.Of<CredentialBatch>(BatchOfTwo)!.Advance(1, 0, []).Events.ShouldBe([HalfDone]);

    [Fact]
    public void With_its_last_part_a_batch_is_finished() => Fold.Of<CredentialBatch>(BatchOfTwo, HalfDone)!.Advance(0, 0, OtherHalf.Refused).Events.ShouldBe([OtherHalf, BatchDone]);

    [Fact]
    public void What_comes_next_is_what_was_not_dealt_with_in_the_order_of_the_order()
    {
        Fold.Of<CredentialBatch>(BatchOfTwo)!.Next(1).ShouldBe([DecisionId]);
        Fold.Of<CredentialBatch>(BatchOfTwo, HalfDone)!.Next(50).ShouldBe([Id(0xDE)]);
        Fold.Of<CredentialBatch>(BatchOfTwo, HalfDone, OtherHalf)!.Next(50).ShouldBeEmpty();
    }
}
