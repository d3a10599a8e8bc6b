using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Kernel;

public class OutcomeSpec
{
    private static readonly Rejection Refusal = new("thing.refused", RejectionKind.Conflict);

    [Fact]
    public void An_event_is_an_outcome_without_a_refusal()
    {
        Outcome outcome = Declared;
        outcome.Events.ShouldBe([Declared]);
        outcome.Rejection.ShouldBeNull();
    }

    [Fact]
    public void A_refusal_is_an_outcome_without_events()
    {
        Outcome outcome = Refusal;
        outcome.Events.ShouldBeEmpty();
        outcome.Rejection.ShouldBe(Refusal);
    }

    [Fact]
    public void Nothing_to_do_is_neither()
    {
        Outcome.NothingToDo.Events.ShouldBeEmpty();
        Outcome.NothingToDo.Rejection.ShouldBeNull();
    }

    [Fact]
    public void Outcomes_compare_by_content()
    {
        ((Outcome)(Declared with { })).ShouldBe(Declared);
        ((Outcome)(Refusal with { })).ShouldBe(Refusal);
        ((Outcome)Declared).ShouldNotBe((Outcome)Failed);
        ((Outcome)Refusal).ShouldNotBe(Outcome.NothingToDo);
    }
}
