using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.People;

public sealed class LeavePostScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_post_is_left_once_and_only_by_who_holds_it()
    {
        var path = $"/api/people/{DemoLedger.Candidate}/agencies/DGA/posts/1042/end";
        (await demo.Host.PostAsync("examiner", path, new { until = "2026-09-30" })).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("hr-officer", path, new { until = "2020-01-01" })).ShouldRefuse(422, "post.before-start");
        (await demo.Host.PostAsync("hr-officer", path, new { until = "2026-09-30" })).ShouldRecord(1);
        (await demo.Host.PostAsync("hr-officer", path, new { until = "2026-09-30" })).ShouldRecord(0);
        (await demo.Host.PostAsync("hr-officer", path, new { until = "2026-10-30" })).ShouldRefuse(409, "post.not-held");
    }
}
