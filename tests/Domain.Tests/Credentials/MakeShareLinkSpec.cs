using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class MakeShareLinkSpec
{
    private static MakeShareLink Share => new(LinkMade.Link, CredentialId, ShareScope.Name, LinkMade.Until);

    private static Func<ShareLink?, Outcome> By(Guid person, MakeShareLink command, Person? holder = null) => state =>
        command.Decide(state, Fold.Of<Credential>(Issued), holder ?? Fold.Of<Person>(Registered(Candidate)), Acting(person), Today);

    [Fact]
    public void A_holder_shares_a_credential_until_a_day() => Spec<ShareLink>.Given().When(By(Candidate, Share)).Then(LinkMade);

    [Fact]
    public void Today_and_this_day_next_year_are_the_first_and_last_that_it_can_end()
    {
        foreach (var until in (DateOnly[])[Today, Today.AddYears(1)])
            Spec<ShareLink>.Given().When(By(Candidate, Share with { Until = until })).Then(LinkMade with { Until = until });
        foreach (var until in (DateOnly[])[Today.AddDays(-1), Today.AddYears(1).AddDays(1)])
            Spec<ShareLink>.Given().When(By(Candidate, Share with { Until = until })).ThenRejected(MakeShareLink.BadPeriod);
    }

    [Fact]
    public void The_same_link_again_is_nothing_new() => Spec<ShareLink>.Given(LinkMade).When(By(Candidate, Share)).ThenNothing();

    [Fact]
    public void A_link_of_that_id_that_shows_more_is_another() => Spec<ShareLink>.Given(LinkMade).When(By(Candidate, Share with { Scope = ShareScope.Document })).ThenRejected(MakeShareLink.AlreadyMade);

    [Fact]
    public void Nobody_shares_the_credential_of_another() => Spec<ShareLink>.Given().When(By(Auditor, Share)).ThenRejected(Credential.Missing);

    [Fact]
    public void What_is_not_there_is_not_shared() => Spec<ShareLink>.Given()
        .When(state => Share.Decide(state, null, Fold.Of<Person>(Registered(Candidate)), Acting(Candidate), Today)).ThenRejected(Credential.Missing);

    [Fact]
    public void Who_was_erased_shares_nothing() => Spec<ShareLink>.Given().When(By(Candidate, Share, Forgotten)).ThenRejected(Person.Erased);

    [Fact]
    public void A_link_that_was_made_is_not_made_again() => Spec<ShareLink>.Given(LinkMade).ThenImpossible(LinkMade);
}
