using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class WithdrawEquivalenceScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object Body(string from = "2199-01-01") => new { from, decision = Equivalences.Decision("สคช. ท. 21/2569") };

    [Fact]
    public async Task An_equivalence_is_withdrawn_once_from_a_day_on()
    {
        var path = $"/api/equivalences/{await demo.Host.EquivalenceAsync()}";
        (await demo.Host.PostAsync("examiner", $"{path}/withdrawal", Body())).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("framework-keeper", $"{path}/withdrawal", Body("2026-01-20"))).ShouldRefuse(422, "equivalence.backdated");
        (await demo.Host.PostAsync("framework-keeper", $"{path}/withdrawal", Body())).ShouldRecord(1);
        (await demo.Host.PostAsync("framework-keeper", $"{path}/withdrawal", Body())).ShouldRecord(0);
        (await demo.Host.PostAsync("framework-keeper", $"{path}/withdrawal", Body("2199-01-02"))).ShouldRefuse(409, "equivalence.already-withdrawn");
        (await demo.Host.GetAsync("newcomer", path)).Json.GetProperty("withdrawn").GetProperty("from").GetString().ShouldBe("2199-01-01");
        (await demo.Host.PostAsync("framework-keeper", $"/api/equivalences/{Guid.NewGuid()}/withdrawal", Body())).ShouldRefuse(404, "equivalence.missing");
    }

    [Fact]
    public async Task What_was_accepted_stands_and_nothing_is_accepted_while_an_equivalence_is_not_applied()
    {
        var (person, equivalence, later) = (await demo.PersonAsync(31), await demo.Host.EquivalenceAsync(), Guid.NewGuid());
        var award = Guid.NewGuid();
        (await demo.Host.PutAsync("examiner", $"/api/awards/{award}", Equivalences.AwardBody(person, equivalence))).ShouldRecord(1);
        (await demo.Host.PostAsync("framework-keeper", $"/api/equivalences/{equivalence}/withdrawal", Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("examiner", $"/api/awards/{award}", Equivalences.AwardBody(person, equivalence))).ShouldRecord(0);
        var profile = (await demo.Host.GetAsync("auditor", $"/api/people/{person}/profile")).Json;
        profile.GetProperty("skills")[0].GetProperty("status").GetString().ShouldBe("recognised");
        (await demo.Host.PutAsync("framework-keeper", $"/api/equivalences/{later}", Equivalences.Body(appliesFrom: "2199-01-01"))).ShouldRecord(1);
        (await demo.Host.PutAsync("examiner", $"/api/awards/{Guid.NewGuid()}", Equivalences.AwardBody(person, later))).ShouldRefuse(409, "award.equivalence-not-applied");
    }
}
