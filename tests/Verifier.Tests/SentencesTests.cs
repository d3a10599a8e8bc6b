using System.Globalization;
using System.Resources;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests;

public class SentencesTests
{
    private static readonly ResourceManager Texts = new("CredentialLedger.Verifier.Sentences", typeof(Sentences).Assembly);

    private static IEnumerable<string> LogDefects => new[] { typeof(LogCodes), typeof(MirrorCodes), typeof(Verifier.Evidence.EvidenceCodes), typeof(Verifier.Receipts.ReceiptCodes) }.SelectMany(codes => codes.GetFields()).Select(f => (string)f.GetValue(null)!);

    [Fact]
    public void Every_code_has_a_sentence_in_both_languages()
    {
        var (english, thai) = (Set(CultureInfo.InvariantCulture), Set(CultureInfo.GetCultureInfo("th")));
        english.Keys.ShouldBe(thai.Keys, ignoreOrder: true);
        VectorTests.AllCodes.Concat(LogDefects).ShouldBeSubsetOf(english.Keys);
        foreach (var (name, sentence) in thai)
        {
            sentence.Any(c => c is >= '\u0e00' and <= '\u0e7f').ShouldBeTrue(name);
            Places(sentence).ShouldBe(Places(english[name]), name);
        }
    }

    [Fact]
    public void Every_code_is_on_a_page()
    {
        var pages = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs", "formats"), "*.md").Select(File.ReadAllText));
        VectorTests.AllCodes.Concat(LogDefects).Where(code => !pages.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void People_read_dates_in_their_own_era()
    {
        var date = new DateOnly(2026, 2, 28);
        Sentences.Thai(Codes.DatesExpired, date).ShouldContain("28 กุมภาพันธ์ พ.ศ. 2569");
        Sentences.English(Codes.DatesExpired, date).ShouldContain("28 February 2026");
        PeopleDates.Thai(new DateTimeOffset(2025, 12, 31, 17, 30, 0, TimeSpan.Zero)).ShouldBe("1 มกราคม พ.ศ. 2569 เวลา 00:30:00 น.");
        PeopleDates.English(new DateTimeOffset(2025, 12, 31, 17, 30, 0, TimeSpan.Zero)).ShouldBe("1 January 2026, 00:30:00 (UTC+7)");
        PeopleDates.Thai(DateTimeOffset.MaxValue).ShouldContain("10542");
    }

    private static Dictionary<string, string> Set(CultureInfo culture) => Texts.GetResourceSet(culture, true, tryParents: false)!
        .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string Places(string sentence) => string.Concat(Enumerable.Range(0, 4).Where(i => sentence.Contains($"{{{i}}}", StringComparison.Ordinal)));
}
