using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.Verification;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class RecogniseEquivalenceScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_equivalence_is_recognised_once_and_never_changed()
    {
        var path = $"/api/equivalences/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body())).ShouldRecord(1);
        var signed = await demo.Host.TextAsync($"{path}/statement");
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body(months: 24))).ShouldRefuse(409, "equivalence.already-recognised");
        (await demo.Host.TextAsync($"{path}/statement")).ShouldBe(signed);
        var view = (await demo.Host.GetAsync("newcomer", path)).Json;
        view.GetProperty("organisation").GetString().ShouldBe("TPQI");
        view.GetProperty("statement").GetProperty("signature").GetString().ShouldBe(signed.Split('.')[2]);
        (await demo.Host.GetAsync("newcomer", "/api/equivalences")).Json.GetProperty("equivalences").EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).ShouldContain(Clauses.IdOf(path));
    }

    [Fact]
    public async Task Bad_terms_an_unknown_equivalence_and_a_missing_duty_are_refused()
    {
        var path = $"/api/equivalences/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body("NO-SUCH"))).ShouldRefuse(422, "framework.no-such-unit");
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body(months: 0))).ShouldRefuse(422, "equivalence.bad-months");
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body(appliesFrom: "2026-01-09"))).ShouldRefuse(422, "equivalence.bad-days");
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body(version: " x"))).ShouldRefuse(422, "equivalence.bad-text");
        (await demo.Host.PutAsync("examiner", path, Equivalences.Body())).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.GetAsync("newcomer", path)).ShouldRefuse(404, "equivalence.missing");
        (await demo.Host.GetAsync("", $"{path}/statement")).ShouldRefuse(404, "equivalence.missing");
    }

    [Fact]
    public async Task Anybody_checks_the_statement_and_its_withdrawal_by_the_published_keys_and_a_changed_one_is_refused()
    {
        var statement = await demo.Host.TextAsync($"/api/equivalences/{Equivalences.Icdl}/statement");
        var (accepted, said) = await demo.Host.JoseAsync(statement);
        accepted.ShouldBeTrue(said);
        var terms = JsonDocument.Parse(said).RootElement;
        terms.GetProperty("iss").GetString().ShouldBe("http://127.0.0.1:5080/issuers/TPQI");
        terms.GetProperty("jti").GetString().ShouldBe($"urn:uuid:{Equivalences.Icdl}");
        terms.GetProperty("counts_as").GetProperty("unit").GetString().ShouldBe("CEC-OQZN-027");
        terms.GetProperty("decision").GetProperty("number").GetString().ShouldBe("ตัวอย่าง 1/2569");
        var parts = statement.Split('.');
        var longer = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(said.Replace("\"months\":120", "\"months\":119", StringComparison.Ordinal)));
        longer.ShouldNotBe(parts[1]);
        (await demo.Host.JoseAsync($"{parts[0]}.{longer}.{parts[2]}")).ShouldBe((false, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"));

        var path = $"/api/equivalences/{await demo.Host.EquivalenceAsync()}";
        (await demo.Host.GetAsync("", $"{path}/withdrawal/statement")).ShouldRefuse(404, "equivalence.no-signed-withdrawal");
        (await demo.Host.PostAsync("framework-keeper", $"{path}/withdrawal", new { from = "2199-01-01", decision = Equivalences.Decision("สคช. ท. 21/2569") })).ShouldRecord(1);
        var withdrawal = await demo.Host.TextAsync($"{path}/withdrawal/statement");
        (accepted, said) = await demo.Host.JoseAsync(withdrawal);
        accepted.ShouldBeTrue(said);
        var withdrawn = JsonDocument.Parse(said).RootElement;
        (withdrawn.GetProperty("jti").GetString(), withdrawn.GetProperty("withdrawn_from").GetString()).ShouldBe(($"urn:uuid:{Clauses.IdOf(path)}", "2199-01-01"));
        withdrawn.GetProperty("decision").GetProperty("number").GetString().ShouldBe("สคช. ท. 21/2569");
        JsonDocument.Parse(Base64Url.DecodeFromChars(withdrawal.Split('.')[0])).RootElement.GetProperty("typ").GetString().ShouldBe("equivalence-withdrawal+jwt");
        parts = withdrawal.Split('.');
        var earlier = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(said.Replace("2199-01-01", "2026-01-01", StringComparison.Ordinal)));
        (await demo.Host.JoseAsync($"{parts[0]}.{earlier}.{parts[2]}")).ShouldBe((false, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"));
        (await demo.Host.GetAsync("", $"/api/equivalences/{Guid.NewGuid()}/withdrawal/statement")).ShouldRefuse(404, "equivalence.missing");
    }

    [Fact]
    public async Task Two_who_recognise_the_same_at_once_leave_one_statement()
    {
        var path = $"/api/equivalences/{Guid.NewGuid()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => demo.Host.PutAsync("framework-keeper", path, Equivalences.Body())));
        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 201 || a.Status == 409);
        (await demo.Host.PutAsync("framework-keeper", path, Equivalences.Body())).ShouldRecord(0);
        (await demo.Host.JoseAsync(await demo.Host.TextAsync($"{path}/statement"))).Accepted.ShouldBeTrue();
    }
}
