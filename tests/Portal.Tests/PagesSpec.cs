using CredentialLedger.Portal.Tests.Rig;

namespace CredentialLedger.Portal.Tests;

/// <summary>Every page in a real browser, in both languages: for everybody to read, and nothing refused by its own policy.</summary>
[Collection(nameof(PortalSite))]
public sealed class PagesSpec(PortalSite site)
{
    [Theory]
    [InlineData("", 390, "/", "/agreement")]
    [InlineData("", 320, "/verify", "/verify?number=CL-0000", "/verify/number", "/verify/link")]
    [InlineData("coordinator-tpqi", 1100, "/", "/me", "/agreement", "/proposals", "/proposals/{proposal}", "/proposals/new/amendment")]
    [InlineData("representative-tpqi", 390, "/me", "/proposals/{proposal}", "/appointments")]
    [InlineData("holder", 320, "/people/a0000000-0000-4000-8000-000000000001/share-links")]
    [InlineData("holder", 390, "/me", "/me?asOf=2026-06-15", "/me/erasure")]
    [InlineData("supervisor", 390, "/staff", "/people/a0000000-0000-4000-8000-000000000001/profile?asOf=2026-06-15&knownAt=2026-11-01")]
    [InlineData("hr-officer", 320, "/people/name", "/people/a0000000-0000-4000-8000-000000000001/name")]
    [InlineData("examiner", 320, "/people/a0000000-0000-4000-8000-000000000001/awards/new")]
    [InlineData("auditor", 390, "/findings", "/equivalences")]
    [InlineData("privacy-officer", 390, "/erasures", "/people/a0000000-0000-4000-8000-000000000001/erasures")]
    [InlineData("holder", 320, "/credentials/{credential}")]
    [InlineData("revoker", 390, "/credentials/{credential}", "/cases")]
    [InlineData("issuer", 320, "/certification?all=yes", "/decisions/{decision}", "/batches", "/batches/{batch}")]
    [InlineData("decider", 390, "/decisions/new", "/people/a0000000-0000-4000-8000-000000000001/evidence?scheme=b0000000-0000-4000-8000-000000000001", "/schemes", "/schemes/b0000000-0000-4000-8000-000000000001")]
    [InlineData("decider", 320, "/expiring?within=400", "/credentials/{credential}/renewal")]
    [InlineData("revoker", 320, "/signing-keys", "/signing-keys/{key}")]
    [InlineData("accreditor", 1100, "/signing-keys/{key}")]
    [InlineData("framework-keeper", 320, "/schemes", "/schemes/new", "/schemes/new?framework=TPQI-2560", "/schemes/new?after=b0000000-0000-4000-8000-000000000002")]
    [InlineData("work-officer-tpqi", 320, "/works", "/works/new", "/works/ac000000-0000-4000-8000-000000000003", "/works/{work}")]
    public async Task A_page_is_good_in_both_languages(string persona, int width, params string[] pages)
    {
        await using var window = await site.Chromium.WindowAsync(site.Address, width);
        var watched = await Watched.InAsync(window);
        if (persona.Length > 0) await watched.SignInAsync(persona);
        foreach (var language in (string[])["en", "th"])
        {
            await watched.Page.GotoAsync($"/?lang={language}");
            foreach (var page in pages)
            {
                var answer = await watched.Page.GotoAsync(site.Fill(page));
                answer!.Status.ShouldBe(200, page);
                (await watched.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
                // What axe finds does not depend on the language; that costs seconds.
                if (language == "th") await watched.ShouldBeGoodAsync();
                else await watched.ShouldBeCalmAsync();
            }
        }
    }

    [Theory]
    [InlineData("/appointments", 403)]
    [InlineData("/nowhere", 404)]
    public async Task A_refusal_is_a_good_page_too(string address, int status)
    {
        await using var window = await site.Chromium.WindowAsync(site.Address);
        var watched = await Watched.InAsync(window);
        await watched.SignInAsync("newcomer");
        (await watched.Page.GotoAsync(address))!.Status.ShouldBe(status);
        // The browser itself notes every answer of 400 and above.
        await watched.ShouldBeGoodAsync("Failed to load resource");
    }
}
