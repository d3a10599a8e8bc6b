using CredentialLedger.Domain.Activities;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Activities;

public class CloseActivitySpec
{
    private static CloseActivity Close => new(Ending.Held, Closed.Outcome);

    private static Func<Activity?, Outcome> As(CloseActivity close, string by = Ega, DateOnly? today = null) =>
        a => close.Decide(a, TheAgreement, Acting(Registrar, by), today ?? Today);

    [Fact]
    public void Whoever_takes_part_says_how_it_ended() => Spec<Activity>.Given(Planned).When(As(Close)).Then(Closed);

    [Fact]
    public void It_ends_once()
    {
        Spec<Activity>.Given(Planned, Closed).When(As(Close, Tpqi)).ThenNothing();
        Spec<Activity>.Given(Planned, Closed).When(As(Close with { Ending = Ending.Cancelled })).ThenRejected(CloseActivity.AlreadyClosed);
    }

    [Fact]
    public void What_has_not_begun_can_be_cancelled_and_was_not_held()
    {
        Spec<Activity>.Given(Planned).When(As(Close, today: Yesterday.AddDays(-1))).ThenRejected(CloseActivity.NotBegun);
        Spec<Activity>.Given(Planned).When(As(Close with { Ending = Ending.Cancelled }, today: Yesterday.AddDays(-1))).Then(Closed with { Ending = Ending.Cancelled });
    }

    [Fact]
    public void Who_does_not_take_part_does_not_close() => Spec<Activity>.Given(Planned).When(As(Close, Ocsc)).ThenRejected(Activity.NotTakingPart);

    [Fact]
    public void Activity_agreement_and_outcome_must_be_there()
    {
        Spec<Activity>.Given().When(As(Close)).ThenRejected(Activity.Missing);
        Spec<Activity>.Given(Planned).When(As(Close with { Outcome = "" })).ThenRejected(CloseActivity.BadOutcome);
        Spec<Activity>.Given(Planned).When(a => Close.Decide(a, null, Acting(Registrar, Ega), Today)).ThenRejected(Agreement.Missing);
    }
}
