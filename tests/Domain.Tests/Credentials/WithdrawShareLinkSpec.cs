using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class WithdrawShareLinkSpec
{
    private static Func<ShareLink?, Outcome> By(Guid person) => state => new WithdrawShareLink().Decide(state, Acting(person));

    [Fact]
    public void A_holder_takes_a_link_back() => Spec<ShareLink>.Given(LinkMade).When(By(Candidate)).Then(LinkEnded);

    [Fact]
    public void Once_is_for_good() => Spec<ShareLink>.Given(LinkMade, LinkEnded).When(By(Candidate)).ThenNothing();

    [Fact]
    public void Nobody_takes_back_the_link_of_another() => Spec<ShareLink>.Given(LinkMade).When(By(Auditor)).ThenRejected(ShareLink.Missing);

    [Fact]
    public void What_was_never_made_is_not_taken_back() => Spec<ShareLink>.Given().When(By(Candidate)).ThenRejected(ShareLink.Missing);

    [Fact]
    public void Nothing_follows_a_withdrawal() => Spec<ShareLink>.Given(LinkMade, LinkEnded).ThenImpossible(LinkEnded);

    [Fact]
    public void It_works_until_the_end_of_its_last_day_or_until_it_is_taken_back()
    {
        var link = Fold.Of<ShareLink>(LinkMade)!;
        (link.WorksOn(LinkMade.Until), link.WorksOn(LinkMade.Until.AddDays(1)), Fold.Of<ShareLink>(LinkMade, LinkEnded)!.WorksOn(Today)).ShouldBe((true, false, false));
    }
}
