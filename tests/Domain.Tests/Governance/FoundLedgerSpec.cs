using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

public class FoundLedgerSpec
{
    private static readonly Guid[] People = [RepresentsC, RepresentsE, RepresentsT, Registrar];

    private static FoundLedger Found => new("ข้อตกลง", "Agreement", SignedOn, new string('c', 64), null, Signed.Parties, Signed.Mandates);

    private static Func<Agreement?, Outcome> When(FoundLedger command) => a => command.Decide(a, empty: a is null, People, Today);

    private static void IsRefused(Rejection rejection, FoundLedger command) => Spec<Agreement>.Given().When(When(command)).ThenRejected(rejection);

    private static FoundLedger With(params PartyNamed[] parties) => Found with { Parties = [.. parties] };

    [Fact]
    public void A_ledger_begins_with_the_agreement_of_three() => Spec<Agreement>.Given().When(When(Found)).Then(Signed);

    [Fact]
    public void The_stated_digest_is_the_texts() => Spec<Agreement>.Given().When(When(Found with { Stated = Found.TextSha256 })).Then(Signed);

    [Fact]
    public void The_same_agreement_again_is_nothing_new() => Spec<Agreement>.Given(Signed).When(When(Found)).ThenNothing();

    [Fact]
    public void There_is_one_agreement() => Spec<Agreement>.Given(Signed).When(When(Found with { TitleTh = "อื่น" })).ThenRejected(FoundLedger.AlreadyFounded);

    [Fact]
    public void Nothing_comes_before_the_agreement() => Spec<Agreement>.Given().When(a => Found.Decide(a, empty: false, People, Today)).ThenRejected(FoundLedger.NotEmpty);

    [Fact]
    public void There_are_three_parties_with_three_codes_and_three_representatives()
    {
        var (c, e, t) = (Signed.Parties[0], Signed.Parties[1], Signed.Parties[2]);
        IsRefused(FoundLedger.NotThree, With(c, e));
        IsRefused(FoundLedger.NotThree, With(c, e, t, t with { Code = "X", Representative = Registrar }));
        IsRefused(FoundLedger.NotThree, With(c, e, t with { Code = "C" }));
        IsRefused(FoundLedger.NotThree, With(c, e, t with { Representative = RepresentsC }));
    }

    [Fact]
    public void A_representative_is_somebody_listed() => Spec<Agreement>
        .Given().When(a => Found.Decide(a, empty: true, [RepresentsC, RepresentsE], Today)).ThenRejected(FoundLedger.UnknownRepresentative);

    [Fact]
    public void Titles_names_and_words_are_plain()
    {
        var (c, e, t) = (Signed.Parties[0], Signed.Parties[1], Signed.Parties[2]);
        IsRefused(FoundLedger.BadText, Found with { TitleTh = "" });
        IsRefused(FoundLedger.BadText, Found with { TitleEn = "a\nb" });
        IsRefused(FoundLedger.BadText, With(c with { Code = " " }, e, t));
        IsRefused(FoundLedger.BadText, With(c, e with { NameTh = "" }, t));
        IsRefused(FoundLedger.BadText, With(c, e, t with { NameEn = "" }));
        IsRefused(FoundLedger.BadText, Found with { Mandates = [new("2.1.1", "C", "", "x")] });
    }

    [Theory, InlineData("2.1"), InlineData("2.1.1.1"), InlineData("2.1.a"), InlineData("2..1"), InlineData("")]
    public void A_clause_is_three_numbers(string clause) => IsRefused(FoundLedger.BadClause, Found with { Mandates = [new(clause, "C", "ก", "x")] });

    [Fact]
    public void A_clause_occurs_once_and_there_is_at_least_one()
    {
        IsRefused(FoundLedger.BadClause, Found with { Mandates = [.. Signed.Mandates, Signed.Mandates[0]] });
        IsRefused(FoundLedger.BadClause, Found with { Mandates = [] });
    }

    [Fact]
    public void A_mandate_is_one_of_the_threes() => IsRefused(Agreement.NoParty, Found with { Mandates = [new("2.1.1", "X", "ก", "x")] });

    [Fact]
    public void Another_digest_is_that_of_another_text() => IsRefused(FoundLedger.WrongDigest, Found with { Stated = new string('d', 64) });

    [Fact]
    public void Nobody_has_signed_tomorrow() => IsRefused(FoundLedger.NotSignedYet, Found with { SignedOn = Tomorrow });
}
