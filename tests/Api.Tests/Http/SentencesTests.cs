using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Tests.Http;

/// <summary>Every refusal has a sentence in Thai and in English, and no sentence is left over.</summary>
public sealed partial class SentencesTests
{
    private static readonly ResourceManager Resources = new("CredentialLedger.Api.Http.Sentences", typeof(Sentences).Assembly);

    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Api"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/") && !f.Contains("/Generated/")).Select(File.ReadAllText)];

    private static Dictionary<string, string> In(string culture) =>
        Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static IEnumerable<string> Rejections() => new[] { typeof(Rejection).Assembly, typeof(Sentences).Assembly }.SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => f.FieldType == typeof(Rejection)).Select(f => ((Rejection)f.GetValue(null)!).Code);

    /// <summary>Codes that stand beside a status, as in <c>Problem.Of(StatusCodes.Status400BadRequest, "request.malformed")</c>.</summary>
    private static IEnumerable<string> Bare() => Sources.SelectMany(s => BareCode().Matches(s)).Select(m => m.Groups[1].Value);

    [Fact]
    public void Every_refusal_has_a_sentence_in_both_languages()
    {
        string[] codes = [.. Rejections(), .. Bare()];
        codes.Length.ShouldBeGreaterThan(90);
        codes.Except(In("").Keys).ShouldBeEmpty();
        codes.Except(In("th").Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Both_files_have_the_same_codes() => In("th").Keys.ShouldBe(In("").Keys, ignoreOrder: true);

    [Fact]
    public void No_sentence_is_left_over() => In("").Keys.Except([.. Rejections(), .. Bare()]).ShouldBeEmpty();

    [Fact]
    public void Each_is_a_sentence_in_its_language_with_nothing_to_fill_in()
    {
        In("th").Where(e => !e.Value.Any(c => c is >= 'ก' and <= '๛') || e.Value.Contains('{')).ShouldBeEmpty();
        In("").Where(e => !e.Value.EndsWith('.') || e.Value.Contains('{') || e.Value.Any(c => c is >= 'ก' and <= '๛') && !e.Key.StartsWith("import.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?:Status\d{3}\w+(?:,| =>)|bad\.StatusCode,)\s*""([a-z-]+(?:\.[a-z0-9-]+)+)""")]
    private static partial Regex BareCode();
}
