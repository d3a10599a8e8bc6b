using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ConsiderDisputeSpec
{
    private static readonly DisputeConsidered Seen = new(D1, "E", CoordinatesE, "ควรแบ่งกัน");

    private static Func<Agreement?, Outcome> By(Actor actor, string view = "ควรแบ่งกัน") => a => new ConsiderDispute(D1, view).Decide(a, actor);

    [Fact]
    public void A_party_says_how_it_sees_a_dispute() => Spec<Agreement>.Given(Signed, Raised).When(By(E(CoordinatesE))).Then(Seen);

    [Fact]
    public void So_does_a_party_after_the_end() => Spec<Agreement>.Given([Signed, Raised, .. Over.Skip(1)]).When(By(E(CoordinatesE))).Then(Seen);

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<Agreement>.Given(Signed, Raised, Seen).When(By(E(CoordinatesE))).ThenNothing();

    [Fact]
    public void A_party_says_it_once() => Spec<Agreement>.Given(Signed, Raised, Seen).When(By(E(CoordinatesE), "ไม่ใช่")).ThenRejected(ConsiderDispute.AlreadyConsidered);

    [Fact]
    public void A_successor_does_not_say_it_again() => Spec<Agreement>
        .Given([Signed, Raised, Seen, .. All(Succeeds, Succeeded)]).When(By(Acting(Stranger, "F"))).ThenRejected(ConsiderDispute.AlreadyConsidered);

    [Fact]
    public void Only_the_parties_consider() => Spec<Agreement>.Given(Signed, Raised).When(By(Acting(CoordinatesE, "X"))).ThenRejected(Agreement.PartiesOnly);

    [Fact]
    public void What_nobody_raised_is_not_considered() => Spec<Agreement>.Given(Signed).When(By(E(CoordinatesE))).ThenRejected(Dispute.Missing);

    [Fact]
    public void Nothing_is_considered_before_the_agreement() => Spec<Agreement>.Given().When(By(E(CoordinatesE))).ThenRejected(Agreement.Missing);

    [Fact]
    public void A_view_says_something() => Spec<Agreement>.Given(Signed, Raised).When(By(E(CoordinatesE), " ")).ThenRejected(Dispute.BadText);
}
