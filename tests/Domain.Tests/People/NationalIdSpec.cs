using CredentialLedger.Domain.People;
using CsCheck;

namespace CredentialLedger.Domain.Tests.People;

public class NationalIdSpec
{
    private static readonly Gen<string> Twelve = Gen.String[Gen.Char['0', '9'], 12, 12];

    [Theory, InlineData("1234567890121"), InlineData("2345678901234"), InlineData("1010101110110"), InlineData("5432109876546")]
    public void Known_good_ids_are_valid(string id) => NationalId.IsValid(id).ShouldBeTrue();

    [Fact]
    public void The_sample_that_official_documents_print_is_not_valid() => NationalId.IsValid("1234567890123").ShouldBeFalse();

    [Theory, InlineData(""), InlineData("123456789012"), InlineData("12345678901211"), InlineData("123456789012a"), InlineData(" 1234567890121"), InlineData("๑๒๓๔๕๖๗๘๙๐๑๒๑")]
    public void Anything_but_thirteen_ascii_digits_is_not_valid(string text)
    {
        NationalId.HasShape(text).ShouldBeFalse();
        NationalId.IsValid(text).ShouldBeFalse();
    }

    [Fact]
    public void Exactly_one_check_digit_is_right() => Twelve.Sample(twelve =>
        Enumerable.Range(0, 10).Where(digit => NationalId.IsValid($"{twelve}{digit}")).ShouldBe([NationalId.CheckDigit(twelve)]));

    [Fact]
    public void The_check_digit_follows_the_published_formula() => Twelve.Sample(twelve =>
    {
        var sum = Enumerable.Range(1, 12).Sum(i => (twelve[i - 1] - '0') * (14 - i));
        NationalId.CheckDigit(twelve).ShouldBe((11 - sum % 11) % 10);
    });
}
