using CredentialLedger.Verifier.Credentials;
using CsCheck;

namespace CredentialLedger.Verifier.Tests;

public class CredentialNumberTests
{
    private const string Characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", "CL-R184-6DTQ-27P5-97")]
    [InlineData("00000000-0000-0000-0000-000000000000", "CL-ZYSE-TKMS-TY6H-22")]
    public void An_id_has_one_number_for_ever(string id, string number) => CredentialNumber.For(Guid.Parse(id)).ShouldBe(number);

    [Fact]
    public void Every_number_is_well_formed() =>
        Gen.Guid.Sample(id => CredentialNumber.IsWellFormed(CredentialNumber.For(id)));

    [Fact]
    public void Every_single_wrong_character_is_found() =>
        Gen.Select(Gen.Guid, Gen.Int[3, 19], Gen.Char[Characters]).Sample((id, at, wrong) =>
        {
            var number = CredentialNumber.For(id);
            return number[at] is '-' || number[at] == wrong || !CredentialNumber.IsWellFormed($"{number[..at]}{wrong}{number[(at + 1)..]}");
        });

    [Fact]
    public void Every_two_that_changed_places_are_found() =>
        Gen.Select(Gen.Guid, Gen.Int[3, 16], Gen.Int[3, 16]).Sample((id, one, other) =>
        {
            var number = CredentialNumber.For(id).ToCharArray();
            if (number[one] == number[other] || number[one] is '-' || number[other] is '-') return true;
            (number[one], number[other]) = (number[other], number[one]);
            return !CredentialNumber.IsWellFormed(new string(number));
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CL-")]
    [InlineData("cl-0000-0000-0000-98")]
    [InlineData("CL-0000-0000-0000-01")]
    [InlineData("CL-0000-0000-0000-9٨")]
    [InlineData("CL-OOOO-0000-0000-98")]
    [InlineData("CL-0000-0000-0000-98 ")]
    public void Anything_else_is_not_well_formed(string? text) => CredentialNumber.IsWellFormed(text!).ShouldBeFalse();
}
