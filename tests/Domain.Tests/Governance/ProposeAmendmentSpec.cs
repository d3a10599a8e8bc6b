using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class ProposeAmendmentSpec
{
    private static ProposeAmendment Propose => new(P1, "ข้อความ", [Moves]);

    private static Func<Agreement?, Outcome> By(Actor actor, ProposeAmendment command) => a => command.Decide(a, actor, Today);

    private static void IsRefused(Rejection rejection, params MandateChange[] changes) => Spec<Agreement>
        .Given(Signed).When(By(C(CoordinatesC), Propose with { Changes = [.. changes] })).ThenRejected(rejection);

    [Fact]
    public void An_amendment_is_proposed_with_its_text_and_what_it_does_to_mandates() => Spec<Agreement>
        .Given(Signed).When(By(C(CoordinatesC), Propose)).Then(Amends);

    public static TheoryData<MandateChange[]> Good =>
    [
        [],
        [new("2.1.7", Change.Granted, "C", "ใหม่", "New")],
        [new("2.3.3", Change.Changed, null, "ใหม่\nสองบรรทัด", "New")],
        [new("2.3.3", Change.Ended, null, null, null), new("2.3.2", Change.Moved, "E", null, null)],
    ];

    [Theory, MemberData(nameof(Good))]
    public void Mandates_are_granted_changed_moved_and_ended(MandateChange[] changes) => Spec<Agreement>
        .Given(Signed).When(By(C(CoordinatesC), Propose with { Changes = [.. changes] })).Then(Amends with { Changes = [.. changes] });

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<Agreement>.Given(Signed, Amends).When(By(C(CoordinatesC), Propose)).ThenNothing();

    [Fact]
    public void Another_text_needs_another_id() => Spec<Agreement>
        .Given(Signed, Amends).When(By(C(CoordinatesC), Propose with { Text = "อื่น" })).ThenRejected(Proposal.AlreadyProposed);

    [Fact]
    public void Nobody_else_proposes_under_that_id() => Spec<Agreement>
        .Given(Signed, Amends).When(By(E(CoordinatesE), Propose)).ThenRejected(Proposal.AlreadyProposed);

    [Fact]
    public void Only_the_parties_propose() => Spec<Agreement>.Given(Signed).When(By(Acting(CoordinatesC, "X"), Propose)).ThenRejected(Agreement.PartiesOnly);

    [Fact]
    public void There_is_nothing_to_amend_before_the_agreement() => Spec<Agreement>.Given().When(By(C(CoordinatesC), Propose)).ThenRejected(Agreement.Missing);

    [Fact]
    public void There_is_nothing_to_amend_after_its_end() => Spec<Agreement>.Given(Over).When(By(C(CoordinatesC), Propose)).ThenRejected(Agreement.Ended);

    [Theory, InlineData(""), InlineData("  \n"), InlineData("ก\0"), InlineData("a\u202Eb"), InlineData("a\rb")]
    public void A_text_is_plain_lines(string text) => Spec<Agreement>
        .Given(Signed).When(By(C(CoordinatesC), Propose with { Text = text })).ThenRejected(ProposeAmendment.BadText);

    [Fact]
    public void A_text_has_a_hundred_thousand_characters_and_not_one_more()
    {
        var longest = new string('ก', 100_000);
        Spec<Agreement>.Given(Signed).When(By(C(CoordinatesC), Propose with { Text = longest })).Then(Amends with { Text = longest, TextSha256 = TextDigest.Of(longest) });
        Spec<Agreement>.Given(Signed).When(By(C(CoordinatesC), Propose with { Text = longest + "ก" })).ThenRejected(ProposeAmendment.BadText);
    }

    [Fact]
    public void A_mandate_is_not_granted_to_a_fourth() => IsRefused(ProposeAmendment.NoAssignment, new MandateChange("2.1.7", Change.Granted, "X", "ใหม่", "New"));

    [Fact]
    public void A_mandate_is_not_moved_to_a_fourth() => IsRefused(ProposeAmendment.NoAssignment, new MandateChange("2.3.3", Change.Moved, "X", null, null));

    [Fact]
    public void What_is_granted_is_not_granted_again() => IsRefused(ProposeAmendment.AlreadyGranted, new MandateChange("2.3.3", Change.Granted, "C", "ใหม่", "New"));

    [Theory, InlineData(Change.Moved, "C", null), InlineData(Change.Ended, null, null), InlineData(Change.Changed, null, "ใหม่")]
    public void What_nobody_holds_is_not_changed(Change change, string? party, string? text) => IsRefused(ProposeAmendment.NoSuchMandate, new MandateChange("2.9.9", change, party, text, text));

    public static TheoryData<MandateChange[]> Bad =>
    [
        [Moves, Moves],
        [new("2.3.3", Change.Moved, "T", null, null)],
        [new("2.3.3", Change.Moved, null, null, null)],
        [new("2.3.3", Change.Ended, "C", null, null)],
        [new("2.3.3", Change.Changed, null, "ใหม่", null)],
        [new("2.3.3", Change.Changed, null, "ใหม่", "")],
        [new("2.3.3", Change.Changed, "C", "ใหม่", "New")],
        [new("2.1.7", Change.Granted, "C", null, "New")],
        [new("2.1", Change.Granted, "C", "ใหม่", "New")],
        [new("2.1.x", Change.Granted, "C", "ใหม่", "New")],
        [new("2.1.07", Change.Granted, "C", "ใหม่", "New")],
        [new("๒.๑.๗", Change.Granted, "C", "ใหม่", "New")],
    ];

    [Theory, MemberData(nameof(Bad))]
    public void A_change_says_what_its_kind_needs_and_names_a_clause_once(MandateChange[] changes) => IsRefused(ProposeAmendment.BadChange, changes);
}
