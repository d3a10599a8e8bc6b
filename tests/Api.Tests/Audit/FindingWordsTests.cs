using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Audit;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Audit.Findings;

namespace CredentialLedger.Api.Tests.Audit;

/// <summary>Each rule's sentences in both languages, filled in the same, with every word that they are filled in with.</summary>
public sealed partial class FindingWordsTests
{
    private static readonly ResourceManager Words = new("CredentialLedger.Api.Audit.Findings", typeof(FindingWords).Assembly);

    // The rules, and what they ask of how a credential stands; comments are no code.
    private static readonly string[] Sources = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Projections/Audit/Findings/Rules")).Append(Path.Combine(Repository.Root, "src/Projections/Audit/Findings/CredentialPart.cs"))
        .SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))];

    // What these name is not in the source: the stored name of an event's type, a duty's code.
    private static readonly string[] ByType = ["certification-decided", "credential-issued", "credential-revoked", "credential-suspended", "credential-reinstated", "appeal-upheld", "result-declared", "completion-recorded", "award-accepted",
        "declare-results", "record-training", "decide-certification", "issue-credentials", "revoke-credentials"];

    private static Dictionary<string, string> In(string culture) =>
        Words.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Every_rule_has_a_name_and_a_sentence_in_both_languages()
    {
        foreach (var culture in (string[])["", "th"])
            FindingRules.Codes.SelectMany(c => (string[])[c, $"{c}.name"]).Except(In(culture).Keys).ShouldBeEmpty(culture);
    }

    [Fact]
    public void Both_languages_have_the_same_and_fill_in_the_same()
    {
        var (th, en) = (In("th"), In(""));
        th.Keys.ShouldBe(en.Keys, ignoreOrder: true);
        foreach (var code in th.Keys) Filled(th[code]).ShouldBe(Filled(en[code]), ignoreOrder: true, code);
        th.Where(e => !e.Value.Any(c => c is >= 'ก' and <= '๛')).ShouldBeEmpty();
        en.Where(e => e.Value.Any(c => c is >= 'ก' and <= '๛')).ShouldBeEmpty();
    }

    [Fact]
    public void Every_word_that_a_rule_says_has_words_and_none_is_left_over()
    {
        string[] said = [.. Sources.SelectMany(s => Literal().Matches(s)).Select(m => m.Groups[1].Value).Except(FindingRules.Codes), .. ByType];
        var known = In("").Keys.Where(k => k.StartsWith("word-", StringComparison.Ordinal) || k.StartsWith("note-", StringComparison.Ordinal)).ToArray();
        said.Where(w => !known.Contains($"word-{w}") && !known.Contains($"note-{w}")).ShouldBeEmpty();
        known.Where(k => !said.Contains(k[5..])).ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_is_filled_in_with_words_days_and_scores_of_its_language()
    {
        var shown = new Shown(Guid.NewGuid(), 1, Guid.NewGuid(), "result-superseded", DateTimeOffset.UnixEpoch, Guid.NewGuid());
        var finding = new Finding("raised-after-closing", Severity.High, [], [shown], [], [7, new Word("not-yet-competent", 4_905), new Word("competent"), new Word("after-days"), 80]);
        FindingWords.Sentence(finding, english: true).ShouldBe("The result 7 was changed from not yet competent (49.05) to competent (–) when the time for corrections was over, 80 days after it was declared.");
        var other = finding with { Rule = "other-day", Values = [new Word("credential-issued"), new DateOnly(2027, 3, 1), new DateTimeOffset(2027, 3, 15, 2, 0, 0, TimeSpan.Zero)] };
        FindingWords.Sentence(other, english: false).ShouldBe("ใบรับรองอ้างวันที่ 1 มีนาคม พ.ศ. 2570 แต่บันทึกเมื่อ 15 มีนาคม พ.ศ. 2570 เวลา 09:00:00 น.");
    }

    private static string[] Filled(string words) => [.. Hole().Matches(words).Select(m => m.Value).Distinct()];

    [GeneratedRegex(@"""([a-z]+(?:-[a-z]+)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
