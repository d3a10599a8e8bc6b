using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class AcceptAwardScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_award_is_accepted_once_and_its_number_is_told_to_whoever_may_read_the_record()
    {
        var person = await demo.PersonAsync(41);
        var path = $"/api/awards/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person))).ShouldRecord(1);
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person))).ShouldRecord(0);
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person, number: "ICDL-TH-1"))).ShouldRefuse(409, "award.already-accepted");
        var view = (await demo.Host.GetAsync("auditor", path)).Json;
        view.GetProperty("number").GetString().ShouldBe($"ICDL-TH-{person:N}");
        view.GetProperty("countsUntil").GetString().ShouldBe("2035-06-14");
        (await demo.Host.GetAsync("newcomer", path)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_certificate_counts_as_one_award_however_its_number_is_typed_whoever_shows_it_and_under_whichever_equivalence()
    {
        var (first, second) = (await demo.Host.EquivalenceAsync(), await demo.Host.EquivalenceAsync());
        var people = new[] { await demo.PersonAsync(45), await demo.PersonAsync(46), await demo.PersonAsync(47) };
        var awards = people.Select(_ => Guid.NewGuid()).ToArray();
        var answers = await Task.WhenAll(people.Zip(awards, (person, award) => demo.Host.PutAsync("examiner", $"/api/awards/{award}", Equivalences.AwardBody(person, first, "ICDL-TH-777"))));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        foreach (var other in answers.Where(a => a.Status != 201)) other.ShouldRefuse(409, "award.same-certificate");
        var kept = answers.Single(a => a.Status == 201).Id;
        var holder = people[Array.IndexOf(awards, kept)];
        (await demo.Host.PutAsync("examiner", $"/api/awards/{kept}", Equivalences.AwardBody(holder, first, "ICDL-TH-777"))).ShouldRecord(0);
        (await AgainAsync(holder, first, "ICDL-TH-777")).ShouldRefuse(409, "award.same-certificate");
        (await AgainAsync(people.First(p => p != holder), second, "icdl th ๗๗๗")).ShouldRefuse(409, "award.same-certificate");
        (await AgainAsync(holder, first, "กิ-1")).ShouldRecord(1);
        (await AgainAsync(holder, first, "กี-1")).ShouldRecord(1); // a vowel makes another number
        (await AgainAsync(holder, Equivalences.Icdl, "ICDL-TH-777")).ShouldRecord(1); // of another qualification

        // Under another master key it is looked up anew, also where no row was kept yet, as in a ledger from before.
        await using (var forget = demo.Host.Database.CreateCommand("delete from keys.award_numbers")) await forget.ExecuteNonQueryAsync();
        await new MasterKeyRotation(demo.Host.Database, demo.Host.Services.GetRequiredService<MasterKeys>(), TimeProvider.System).Run(default);
        (await AgainAsync(people.First(p => p != holder), second, "ICDL-TH-777")).ShouldRefuse(409, "award.same-certificate");

        (await demo.Host.PostAsync("examiner", $"/api/awards/{kept}/annulment", new { ground = "irregularity" })).ShouldRecord(1);
        (await AgainAsync(people.First(p => p != holder), second, "ICDL-TH-777")).ShouldRecord(1);
        (await demo.Host.PostAsync("examiner", $"/api/awards/{kept}/annulment", new { ground = "irregularity" })).ShouldRecord(0);
        (await AgainAsync(holder, first, "ICDL-TH-777")).ShouldRefuse(409, "award.same-certificate");

        Task<Answer> AgainAsync(Guid person, Guid equivalence, string number) => demo.Host.PutAsync("examiner", $"/api/awards/{Guid.NewGuid()}", Equivalences.AwardBody(person, equivalence, number));
    }

    [Fact]
    public async Task An_award_of_nobody_of_another_time_without_a_number_or_accepted_without_the_duty_is_refused()
    {
        var person = await demo.PersonAsync(42);
        var path = $"/api/awards/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(Guid.NewGuid()))).ShouldRefuse(404, "person.missing");
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person, Guid.NewGuid()))).ShouldRefuse(404, "equivalence.missing");
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person, on: "2016-12-31"))).ShouldRefuse(422, "award.other-days");
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person, on: "9999-01-01"))).ShouldRefuse(422, "award.in-future");
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(person, number: ""))).ShouldRefuse(422, "award.bad-number");
        (await demo.Host.PutAsync("examiner", path, Equivalences.AwardBody(DemoLedger.Examiner))).ShouldRefuse(403, "award.by-holder");
        (await demo.Host.PutAsync("decider", path, Equivalences.AwardBody(person))).ShouldRefuse(403, "identity.duty-missing");
    }

    [Fact]
    public async Task A_person_is_certified_on_an_award_alone_by_somebody_who_did_not_accept_it()
    {
        var person = await demo.PersonAsync(43);
        var award = await demo.Host.AwardAsync(person);
        var body = Equivalences.DecisionBody(person, award);
        (await demo.Host.PostAsync("examiner", "/api/decisions", body)).ShouldRefuse(403, "decision.by-accepter");
        (await demo.Host.PostAsync("decider", "/api/decisions", Equivalences.DecisionBody(person))).ShouldRefuse(422, "decision.bad-evidence");
        (await demo.Host.PostAsync("decider", "/api/decisions", Equivalences.DecisionBody(person, Guid.NewGuid()))).ShouldRefuse(404, "award.missing");
        var decision = (await demo.Host.PostAsync("decider", "/api/decisions", body)).ShouldRecord(1).Id;
        (await demo.Host.PostAsync("decider", "/api/decisions", body)).ShouldRecord(0);
        (await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}")).Json.GetProperty("awards")[0].GetGuid().ShouldBe(award);
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1);
    }

    [Fact]
    public async Task A_result_by_an_instrument_that_the_scheme_does_not_name_is_not_enough()
    {
        var person = await demo.PersonAsync(44);
        (await DecideOn("portfolio")).ShouldRefuse(422, "decision.requirements-not-met");
        (await DecideOn("written-exam")).ShouldRecord(1);

        async Task<Answer> DecideOn(string instrument)
        {
            var result = Guid.NewGuid();
            (await demo.Host.PutAsync("examiner", $"/api/results/{result}", new
            {
                person,
                framework = "TPQI-2560",
                unit = "CEC-OQZN-027",
                grade = "competent",
                instrument,
                examiners = new[] { DemoLedger.Examiner },
                assessedOn = "2026-06-15",
                evidence = new { kind = "score-sheet", reference = "T-1" },
            })).ShouldRecord(1);
            return await demo.Host.PostAsync("decider", "/api/decisions", new { scheme = Equivalences.Scheme, person, ruling = "granted", results = new[] { result } });
        }
    }
}
