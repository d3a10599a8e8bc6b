using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class RaiseDisputeSpec
{
    private static RaiseDispute Raise => new(D1, "ค่าใช้จ่าย", "ใครรับผิดชอบ");

    private static Func<Agreement?, Outcome> By(Actor actor, RaiseDispute command) => a => command.Decide(a, actor, Today);

    [Fact]
    public void A_difficulty_is_raised() => Spec<Agreement>.Given(Signed).When(By(T(CoordinatesT), Raise)).Then(Raised);

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<Agreement>.Given(Signed, Raised).When(By(T(CoordinatesT), Raise)).ThenNothing();

    [Fact]
    public void Another_difficulty_needs_another_id() => Spec<Agreement>.Given(Signed, Raised).When(By(T(CoordinatesT), Raise with { Text = "อื่น" })).ThenRejected(RaiseDispute.AlreadyRaised);

    [Fact]
    public void Only_the_parties_raise() => Spec<Agreement>.Given(Signed).When(By(Acting(CoordinatesT, "X"), Raise)).ThenRejected(Agreement.PartiesOnly);

    [Fact]
    public void Nothing_new_is_raised_after_the_end() => Spec<Agreement>.Given(Over).When(By(T(CoordinatesT), Raise)).ThenRejected(Agreement.Ended);

    [Fact]
    public void Nothing_is_raised_before_the_agreement() => Spec<Agreement>.Given().When(By(T(CoordinatesT), Raise)).ThenRejected(Agreement.Missing);

    [Fact]
    public void Title_and_text_are_plain()
    {
        foreach (var bad in new[] { Raise with { Title = "" }, Raise with { Title = "a\nb" }, Raise with { Text = "" } })
            Spec<Agreement>.Given(Signed).When(By(T(CoordinatesT), bad)).ThenRejected(Dispute.BadText);
    }
}
