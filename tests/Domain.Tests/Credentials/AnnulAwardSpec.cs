using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Equivalences;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class AnnulAwardSpec
{
    private static AnnulAward Annul => new(AnnulmentGround.Fraud, Remark);

    [Fact]
    public void An_accepted_award_counts_no_more_and_the_event_says_why() => Spec<Award>
        .Given(Accepted)
        .When(Annul.Decide)
        .Then(Annulled);

    [Fact]
    public void Annulling_again_on_the_same_ground_is_nothing_new() => Spec<Award>
        .Given(Accepted, Annulled)
        .When(Annul.Decide)
        .ThenNothing();

    [Fact]
    public void An_annulment_is_not_annulled_again_on_another_ground() => Spec<Award>
        .Given(Accepted, Annulled)
        .When((Annul with { Ground = AnnulmentGround.RecordedInError }).Decide)
        .ThenRejected(AnnulAward.AlreadyAnnulled);

    [Fact]
    public void An_award_that_nobody_accepted_is_not_annulled() => Spec<Award>
        .Given()
        .When(Annul.Decide)
        .ThenRejected(Award.Missing);
}
