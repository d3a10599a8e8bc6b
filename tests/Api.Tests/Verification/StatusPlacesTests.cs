using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>Places in a status list are spread over all of it, in no order, and none is given twice.</summary>
public sealed class StatusPlacesTests(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const int Asked = 400;

    [Fact]
    public async Task Places_tell_nothing_of_when_they_were_given()
    {
        var places = demo.Host.Services.GetRequiredService<StatusPlaces>();
        var given = new List<long>();
        for (var i = 0; i < Asked; i++) given.Add((await places.Choose("CB-DIGITAL", 1, default)).Single().Index);
        given.ShouldAllBe(index => index >= 0 && index < StatusPlaces.Capacity);
        // Each bound is missed by a fair source less than once in 10^12 runs.
        given.Distinct().Count().ShouldBeGreaterThan(Asked - 20);
        for (var part = 0; part < 8; part++) given.Count(index => index * 8 / StatusPlaces.Capacity == part).ShouldBeInRange(5, 130);
        given.Zip(given.Skip(1)).Count(pair => pair.First < pair.Second).ShouldBeInRange(Asked / 4, Asked * 3 / 4);
    }

    [Fact]
    public async Task Of_many_places_asked_for_at_once_none_is_given_twice()
    {
        var given = await demo.Host.Services.GetRequiredService<StatusPlaces>().Choose("CB-DIGITAL", 3000, default);
        given.Count.ShouldBe(3000);
        given.Distinct().Count().ShouldBe(3000);
        given.ShouldAllBe(place => place.Index >= 0 && place.Index < StatusPlaces.Capacity);
    }

    [Fact]
    public async Task A_place_is_given_to_one_credential_only()
    {
        await using var command = demo.Host.Database.CreateCommand("select count(*) from pg_indexes where indexname = $1 and indexdef like 'CREATE UNIQUE INDEX%(status_list, status_index)'");
        command.Parameters.Add(new() { Value = DocumentTable.OnePlace });
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
    }
}
