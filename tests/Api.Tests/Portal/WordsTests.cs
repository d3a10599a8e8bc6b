using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>The portal's words: each in Thai and in English, none missing and none left over.</summary>
public sealed partial class WordsTests
{
    private static readonly string Sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Api/Portal"), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));

    private static string[] Asked => [.. Code().Matches(Sources).Select(m => m.Groups[1].Value).Where(c => Words.Contexts.ContainsKey(c.Split('.')[0])).Distinct()];

    private static Dictionary<string, string> In(ResourceManager words, string culture) =>
        words.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Every_code_that_a_page_asks_for_has_words()
    {
        Asked.Length.ShouldBeGreaterThan(80);
        Asked.Where(code => !Words.Has(code)).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_codes_and_fill_in_the_same()
    {
        foreach (var (context, words) in Words.Contexts)
        {
            var (th, en) = (In(words, "th"), In(words, ""));
            th.Keys.ShouldBe(en.Keys, ignoreOrder: true, context);
            foreach (var code in th.Keys) Filled(th[code]).ShouldBe(Filled(en[code]), ignoreOrder: true, $"{context}.{code}");
            th.Where(e => !e.Value.Any(c => c is >= 'ก' and <= '๛') && e.Value.Any(char.IsLetter)).ShouldBeEmpty();
            en.Where(e => e.Value.Any(c => c is >= 'ก' and <= '๛')).ShouldBeEmpty();
        }
    }

    [Fact]
    public void No_words_are_left_over()
    {
        // Named by what the ledger holds, and by an enum's members.
        string[] named = ["duty", "event"];
        var all = Words.Contexts.Where(c => !named.Contains(c.Key)).SelectMany(c => In(c.Value, "").Keys.Select(k => $"{c.Key}.{k}"));
        all.Where(code => !code.Contains(".kind-", StringComparison.Ordinal)).Except(Asked).ShouldBeEmpty();
    }

    [Fact]
    public void Every_duty_has_a_name_for_people() => Duties.All.Where(d => !Words.Has($"duty.{d.Code}")).Select(d => d.Code).ShouldBeEmpty();

    [Fact]
    public void Every_event_about_a_person_has_words_for_that_person() =>
        EventCatalogue.Types.Where(t => t.Value.IsAssignableTo(typeof(IAbout)) && !Words.Has($"event.{t.Key}")).Select(t => t.Key).ShouldBeEmpty();

    private static string[] Filled(string words) => [.. Hole().Matches(words).Select(m => m.Value).Distinct()];

    [GeneratedRegex(@"""([a-z]+\.[a-z-]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
