using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeSuccessionSpec
{
    private static ProposeSuccession Propose => new(P2, "E", "F", "สพร.", "Development Agency", Succeeds.Instrument);

    private static Func<Agreement?, Outcome> When(ProposeSuccession command) => a => command.Decide(a, E(CoordinatesE), Today);

    [Fact]
    public void The_law_puts_another_body_in_a_partys_place() => Spec<Agreement>.Given(Signed).When(When(Propose)).Then(Succeeds);

    [Fact]
    public void The_law_does_not_wait_for_the_agreement() => Spec<Agreement>.Given(Over).When(When(Propose)).Then(Succeeds);

    [Fact]
    public void A_party_may_be_renamed_under_the_same_code() => Spec<Agreement>.Given(Signed).When(When(Propose with { Code = "E" })).Then(Succeeds with { Code = "E" });

    [Fact]
    public void A_party_may_return_to_its_former_code() => Spec<Agreement>
        .Given([Signed, .. All(Succeeds, Succeeded)])
        .When(a => (Propose with { Proposal = P1, Former = "F", Code = "E" }).Decide(a, Acting(CoordinatesE, "F"), Today))
        .Then(Succeeds with { Proposal = P1, Party = "F", Former = "F", Code = "E" });

    [Fact]
    public void A_party_repeats_itself_under_its_new_code() => Spec<Agreement>
        .Given([Signed, .. All(Succeeds, Succeeded)]).When(a => Propose.Decide(a, Acting(CoordinatesE, "F"), Today)).ThenNothing();

    [Fact]
    public void Another_party_does_not_repeat_it() => Spec<Agreement>
        .Given([Signed, .. All(Succeeds, Succeeded)]).When(a => Propose.Decide(a, T(CoordinatesE), Today)).ThenRejected(Proposal.AlreadyProposed);

    [Fact]
    public void Nobody_else_is_succeeded() => Spec<Agreement>.Given(Signed).When(When(Propose with { Former = "X" })).ThenRejected(Agreement.NoParty);

    [Fact]
    public void The_code_of_another_party_is_taken() => Spec<Agreement>.Given(Signed).When(When(Propose with { Code = "T" })).ThenRejected(ProposeSuccession.CodeTaken);

    [Fact]
    public void The_former_code_of_another_party_is_taken() => Spec<Agreement>
        .Given([Signed, .. All(Succeeds, Succeeded)]).When(a => (Propose with { Proposal = P1, Former = "T", Code = "E" }).Decide(a, T(CoordinatesT), Today))
        .ThenRejected(ProposeSuccession.CodeTaken);

    [Fact]
    public void A_law_that_is_not_in_force_changes_nothing() => Spec<Agreement>
        .Given(Signed).When(When(Propose with { Instrument = Succeeds.Instrument with { InForceOn = Tomorrow } })).ThenRejected(ProposeSuccession.NotInForce);

    [Fact]
    public void What_it_is_called_is_plain()
    {
        ProposeSuccession[] all = [Propose with { Code = "" }, Propose with { NameTh = "" }, Propose with { NameEn = " x" }, Propose with { Instrument = Succeeds.Instrument with { Title = "a\nb" } }, Propose with { Instrument = Succeeds.Instrument with { Reference = "" } }];
        foreach (var bad in all) Spec<Agreement>.Given(Signed).When(When(bad)).ThenRejected(ProposeSuccession.BadText);
    }

    [Fact]
    public void The_party_keeps_its_mandates_its_representative_and_its_history()
    {
        var agreement = Fold.Of<Agreement>([Signed, .. All(Succeeds, Succeeded)])!;
        agreement.HolderOf("2.2.5").ShouldBe(agreement.Party("F"));
        agreement.Party("E").ShouldBe(agreement.Party("F"));
        agreement.RepresentedBy(RepresentsE, Today)!.Code.ShouldBe("F");
        agreement.Party("F")!.Former.ShouldBe([new FormerParty("E", "สรอ.", "Agency", Succeeds.Instrument)]);
    }
}
