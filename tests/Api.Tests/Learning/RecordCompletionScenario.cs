using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Learning;

public sealed class RecordCompletionScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_completion_is_recorded_once()
    {
        var path = $"/api/completions/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("training-officer", path, DemoLedger.CompletionBody(DemoLedger.Trainee))).ShouldRecord(1);
        (await demo.Host.PutAsync("training-officer", path, DemoLedger.CompletionBody(DemoLedger.Trainee))).ShouldRecord(0);
    }

    [Fact]
    public async Task A_completion_before_the_course_or_after_today_or_of_nobody_or_without_the_duty_is_refused()
    {
        var path = $"/api/completions/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("training-officer", path, DemoLedger.CompletionBody(DemoLedger.Trainee, "2024-12-31"))).ShouldRefuse(422, "completion.before-course");
        (await demo.Host.PutAsync("training-officer", path, DemoLedger.CompletionBody(DemoLedger.Trainee, "9999-01-01"))).ShouldRefuse(422, "completion.in-future");
        (await demo.Host.PutAsync("training-officer", path, DemoLedger.CompletionBody(Guid.NewGuid()))).ShouldRefuse(404, "person.missing");
        (await demo.Host.PutAsync("training-officer", path, DemoLedger.CompletionBody(DemoLedger.Trainee, course: Guid.NewGuid()))).ShouldRefuse(404, "course.missing");
        (await demo.Host.PutAsync("hr-officer", path, DemoLedger.CompletionBody(DemoLedger.Trainee))).ShouldRefuse(403, "identity.duty-missing");
    }
}
