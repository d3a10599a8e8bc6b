using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>The canonical form of RFC 8785, for JSON whose numbers are plain integers.</summary>
public sealed class CanonicalJsonSpec
{
    private static string Of(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));

    private static void Refused(string json) => Should.Throw<JsonException>(() => Of(json));

    [Fact]
    public void Names_sort_by_their_UTF_16_code_units() =>
        // RFC 8785, 3.2.3: the RFC's own input and order; the emoji is a surrogate pair and comes before U+FB33.
        Of("""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """).ShouldBe("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
            + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    [Fact]
    public void Names_sort_inside_every_object_and_items_keep_their_order() =>
        Of("""{ "b" : [ {"z":1, "a":2}, 3, [] , {} ], "a" : null, "": true }""").ShouldBe("""{"":true,"a":null,"b":[{"a":2,"z":1},3,[],{}]}""");

    [Fact]
    public void A_name_that_begins_another_comes_first() => Of("""{"ab":1,"a":2,"B":3}""").ShouldBe("""{"B":3,"a":2,"ab":1}""");

    [Theory]
    // RFC 8785, 3.2.2.2: the RFC's own string.
    [InlineData("""
        "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"
        """, """
        "€$\u000f\nA'B\"\\\\\"/"
        """)]
    [InlineData("\"\\b\\t\\n\\f\\r\\u0000\\u001f\\u007f\"", "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"")]
    [InlineData("\"\\u0e01\\u0e34\\u2028<&>+\"", "\"กิ\u2028<&>+\"")]
    [InlineData("\"e\\u0301 \\u00e9\"", "\"e\u0301 é\"")]
    public void Only_what_must_be_escaped_is_and_nothing_is_normalised(string json, string canonical) => Of(json).ShouldBe(canonical);

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("9007199254740991"), InlineData("-9007199254740991")]
    public void Plain_integers_within_2_to_the_53_minus_1_stay(string number) => Of(number).ShouldBe(number);

    [Theory]
    [InlineData("9007199254740992"), InlineData("-9007199254740992"), InlineData("9223372036854775808"), InlineData("1.0"), InlineData("0.5"), InlineData("1e2")]
    [InlineData("1E2"), InlineData("10e-1"), InlineData("-0"), InlineData("-0.0"), InlineData("1e400")]
    public void Any_other_number_is_refused(string number)
    {
        Refused(number);
        Refused($"{{\"a\":[{number}]}}");
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}"""), InlineData("""{"a":1,"\u0061":2}"""), InlineData("""[{"b":{"x":1,"x":2}}]""")]
    public void A_name_twice_in_one_object_is_refused(string json) => Refused(json);

    [Theory]
    [InlineData("\"\\ud83d\""), InlineData("\"\\ude00\\ud83d\""), InlineData("\"\\ud83d x\""), InlineData("{\"\\ud83d\":1}")]
    public void A_lone_surrogate_is_refused(string json) => Refused(json);

    [Theory]
    [InlineData(""), InlineData("{"), InlineData("{} {}"), InlineData("[1,]"), InlineData("// no\n1"), InlineData("01"), InlineData("+1"), InlineData("NaN"), InlineData("'a'"), InlineData("\"\u0001\"")]
    public void What_is_not_JSON_is_refused(string json) => Refused(json);

    [Fact]
    public void Invalid_UTF_8_is_refused() => Should.Throw<JsonException>(() => CanonicalJson.Of(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }));

    [Fact]
    public void A_byte_order_mark_is_refused() => Should.Throw<JsonException>(() => CanonicalJson.Of(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'1' }));

    [Fact]
    public void What_is_deeper_than_64_is_refused()
    {
        Of(new string('[', 64) + new string(']', 64)).Length.ShouldBe(128);
        Refused(new string('[', 65) + new string(']', 65));
    }

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() =>
        Of(Of("""{"ก":"\u0001","b":[1,{"é":"\"","a":-5}]}""")).ShouldBe(Of("""{"b":[1,{"a":-5,"é":"\""}],"ก":"\u0001"}"""));
}
