using System.Collections;
using System.Globalization;
using System.Resources;
using CredentialLedger.Api.AsOf;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Tests.AsOf;

/// <summary>Answers about the past speak Thai and English, and no sentence is left over.</summary>
public sealed class AsOfWordsTests
{
    private static readonly ResourceManager Resources = new("CredentialLedger.Api.AsOf.AsOf", typeof(AsOfWords).Assembly);

    private static Dictionary<string, string> In(string culture) =>
        Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Both_files_have_the_same_codes() => In("th").Keys.ShouldBe(In("").Keys, ignoreOrder: true);

    [Fact]
    public void Each_is_a_sentence_in_its_language()
    {
        In("th").Where(e => !e.Value.Any(c => c is >= 'ก' and <= '๛')).ShouldBeEmpty();
        In("").Where(e => !e.Value.EndsWith('.') || e.Value.Any(c => c is >= 'ก' and <= '๛')).ShouldBeEmpty();
    }

    [Fact]
    public void What_becomes_known_is_named_by_an_event_of_the_ledger() =>
        In("").Keys.Where(k => k.StartsWith("since.", StringComparison.Ordinal) && k != "since.other").Select(k => k["since.".Length..]).Except(EventCatalogue.Types.Keys).ShouldBeEmpty();
}
