using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Hosting;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>Each problem has its sentence, in both languages, about the same things.</summary>
public sealed partial class HostingProblemTests
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Hosting.Sentences", typeof(HostingProblem).Assembly);

    public static TheoryData<string> Codes => [.. All("").Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_problem_is_told_in_English_and_in_Thai(string code)
    {
        var (english, thai) = (All("")[code], All("th")[code]);

        thai.ShouldMatch(@"\p{IsThai}");
        Places(thai).ShouldBe(Places(english));
        new HostingProblem(code, "one", "two", "three").English.ShouldNotContain("{");
    }

    [Fact]
    public void The_two_languages_have_the_same_codes() => All("th").Keys.Order().ShouldBe(All("").Keys.Order());

    private static Dictionary<string, string> All(string culture) =>
        Sentences.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
