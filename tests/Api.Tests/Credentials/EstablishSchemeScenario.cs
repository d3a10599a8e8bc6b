using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class EstablishSchemeScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    /// <summary>A body that establishes a scheme.</summary>
    public static object Body(string unit = "CEC-OQZN-027", int? months = 36, Guid[]? marks = null) => new
    {
        code = "S-1",
        titleTh = "โครงการ",
        titleEn = "Scheme",
        framework = "TPQI-2560",
        unit,
        requirements = new[] { new { unit } },
        validityMonths = months,
        issuers = new[] { "CB-DIGITAL" },
        from = "2026-01-01",
        marks,
    };

    [Fact]
    public async Task A_scheme_is_established_once()
    {
        var path = $"/api/schemes/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("framework-keeper", path, Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("framework-keeper", path, Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("framework-keeper", path, Body(months: 12))).ShouldRefuse(409, "scheme.already-established");
    }

    [Fact]
    public async Task An_unknown_unit_a_bad_validity_and_a_missing_duty_are_refused()
    {
        var path = $"/api/schemes/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("framework-keeper", path, Body("NO-SUCH"))).ShouldRefuse(422, "framework.no-such-unit");
        (await demo.Host.PutAsync("framework-keeper", path, Body(months: 0))).ShouldRefuse(422, "scheme.bad-validity");
        (await demo.Host.PutAsync("issuer", path, Body())).ShouldRefuse(403, "identity.duty-missing");
    }

    [Fact]
    public async Task A_scheme_names_marks_that_are_in_the_ledger()
    {
        var path = $"/api/schemes/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("framework-keeper", path, Body(marks: [Guid.NewGuid()]))).ShouldRefuse(404, "work.missing");
        (await demo.Host.PutAsync("framework-keeper", path, Body(marks: []))).ShouldRefuse(422, "scheme.bad-marks");
        var work = Clauses.IdOf(await demo.Host.LogoAsync());
        (await demo.Host.PutAsync("framework-keeper", path, Body(marks: [work]))).ShouldRecord(1);
        (await demo.Host.GetAsync("auditor", path)).Json.GetProperty("marks")[0].GetGuid().ShouldBe(work);
    }
}
