using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Works;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Works;

/// <summary>A page's layout shows what it is given: the marks with a permit in force, and no other.</summary>
public sealed class MarksTests(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<Guid[]> ShownAsync(string organisation, PlaceOfUse place = PlaceOfUse.PublicPage) =>
        [.. (await demo.Host.Services.GetRequiredService<Marks>().ShownBy(organisation, place, default)).Select(m => m.Work)];

    [Fact]
    public async Task A_mark_is_shown_by_its_owner_and_by_whom_it_is_permitted_as_long_as_it_is()
    {
        var own = await ShownAsync("DGA");
        own.Length.ShouldBe(1, "its mark of the demo");
        var work = await demo.Host.LogoAsync();
        (await ShownAsync("TPQI")).ShouldContain(Clauses.IdOf(work));
        (await ShownAsync("DGA")).ShouldBe(own);

        var permit = $"{work}/permits/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody("DGA", places: "public-page"))).ShouldRecord(1);
        (await ShownAsync("DGA")).ShouldBe([.. own, Clauses.IdOf(work)]);
        (await ShownAsync("DGA", PlaceOfUse.Certificate)).ShouldBe(own);

        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", new { reference = "X" })).ShouldRecord(1);
        (await ShownAsync("DGA")).ShouldBe(own);
    }

    [Fact]
    public async Task A_work_that_is_no_mark_is_not_shown()
    {
        var path = $"/api/works/{Guid.NewGuid()}";
        var before = await ShownAsync("EGA");
        (await demo.Host.PutAsync("work-officer-ega", path, new { titleTh = "คู่มือ", titleEn = "Manual", kind = "manual", origin = "brought-in" })).ShouldRecord(1);
        (await ShownAsync("EGA")).ShouldBe(before);
    }
}
