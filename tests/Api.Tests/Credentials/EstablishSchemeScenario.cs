using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class EstablishSchemeScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    /// <summary>A body that establishes a scheme.</summary>
    public static object Body(string unit = "CEC-OQZN-027", int? months = 36, Guid[]? marks = null, string issuer = "CB-DIGITAL", string from = "2026-01-01") => new
    {
        code = "S-1",
        titleTh = "โครงการ",
        titleEn = "Scheme",
        framework = "TPQI-2560",
        unit,
        requirements = new[] { new { unit } },
        validityMonths = months,
        issuers = new[] { issuer },
        from,
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
    public async Task An_issuer_that_is_neither_a_party_nor_a_certification_body_is_refused_and_nothing_recorded()
    {
        var path = $"/api/schemes/{Guid.NewGuid()}";
        var before = await demo.Host.EventsAsync();
        foreach (var issuer in (string[])["CB-NOBODY", "cb-digital", "CB-DIGITAL ", "DLT", "", "\u0e51"])
        {
            var answer = await demo.Host.PutAsync("framework-keeper", path, Body(issuer: issuer));
            answer.ShouldRefuse(422, "scheme.unknown-issuer");
            answer.Json.GetProperty("field").GetString().ShouldBe("issuers");
        }
        (await demo.Host.EventsAsync()).ShouldBe(before);
        (await demo.Host.PutAsync("framework-keeper", path, Body(issuer: "TPQI"))).ShouldRecord(1);
    }

    [Theory, InlineData("2569-01-01"), InlineData("0001-01-01"), InlineData("9999-12-31")]
    public async Task A_first_day_that_nobody_can_mean_is_refused(string from)
    {
        var path = $"/api/schemes/{Guid.NewGuid()}";
        var answer = await demo.Host.PutAsync("framework-keeper", path, Body(from: from));
        answer.ShouldRefuse(422, "day.implausible");
        answer.Json.GetProperty("field").GetString().ShouldBe("from");
        (await demo.Host.GetAsync("auditor", path)).Status.ShouldBe(404);
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
