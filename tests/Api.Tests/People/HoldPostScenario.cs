using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.People;

public sealed class HoldPostScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static string Path(Guid person) => $"/api/people/{person}/agencies/DGA/posts/9001";

    [Fact]
    public async Task A_post_is_held_from_a_date_once()
    {
        var person = await demo.PersonAsync(1);
        (await demo.Host.PutAsync("hr-officer", Path(person), new { from = "2026-01-01", level = "K1" })).ShouldRecord(1);
        (await demo.Host.PutAsync("hr-officer", Path(person), new { from = "2026-01-01", level = "K1" })).ShouldRecord(0);
        (await demo.Host.PutAsync("hr-officer", Path(person), new { from = "2026-02-01", level = "K1" })).ShouldRefuse(409, "post.already-held");
    }

    [Fact]
    public async Task An_unknown_level_an_unknown_person_and_a_missing_duty_are_refused()
    {
        (await demo.Host.PutAsync("hr-officer", Path(DemoLedger.Trainee), new { from = "2026-01-01", level = "K9" })).ShouldRefuse(422, "post.unknown-level");
        (await demo.Host.PutAsync("hr-officer", Path(Guid.NewGuid()), new { from = "2026-01-01" })).ShouldRefuse(404, "person.missing");
        (await demo.Host.PutAsync("hr-officer", Path(new("d0000000-0000-4000-8000-000000000002")), new { from = "2026-01-01" })).ShouldRefuse(403, "post.of-oneself");
        (await demo.Host.PutAsync("examiner", Path(DemoLedger.Trainee), new { from = "2026-01-01" })).ShouldRefuse(403, "identity.duty-missing");
    }
}
