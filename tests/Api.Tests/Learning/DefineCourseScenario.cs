using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Learning;

public sealed class DefineCourseScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object Body(string framework = "TPQI-2560", string unit = "CEC-BCTZ-001") =>
        new { code = "X-1", titleTh = "หลักสูตร", provider = "DGA", framework, units = new[] { unit }, minutes = 60, from = "2026-01-01" };

    [Fact]
    public async Task A_course_is_defined_once_and_never_changed()
    {
        var path = $"/api/courses/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("training-officer", path, Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("training-officer", path, Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("training-officer", path, Body(unit: "CEC-OQZN-027"))).ShouldRefuse(409, "course.already-defined");
    }

    [Fact]
    public async Task A_course_of_an_unknown_unit_or_framework_or_without_the_duty_is_refused()
    {
        var path = $"/api/courses/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("training-officer", path, Body(unit: "NO-SUCH"))).ShouldRefuse(422, "framework.no-such-unit");
        (await demo.Host.PutAsync("training-officer", path, Body("NO-SUCH"))).ShouldRefuse(404, "framework.missing");
        (await demo.Host.PutAsync("hr-officer", path, Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
