using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>Awards that are accepted at the same moment: each command has read that there is none before the other records it.</summary>
public sealed class AwardRaceScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Numbers = "keys.award_numbers";

    [Fact]
    public async Task The_same_award_twice_at_the_same_moment_is_recorded_once_and_the_other_is_told_to_look_again()
    {
        var (person, award) = (await demo.PersonAsync(9901), Guid.NewGuid());
        var body = Equivalences.AwardBody(person);
        var (kept, other) = await AtOnceAsync(() => PutAsync(award, body), () => PutAsync(award, body));
        kept.ShouldRecord(1);
        other.ShouldRefuse(409, "ledger.concurrent-change");
        (await PutAsync(award, body)).ShouldRecord(0);
        (await RecordedAsync(award)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_same_command_twice_at_the_same_moment_is_carried_out_once()
    {
        var (person, award, command) = (await demo.PersonAsync(9902), Guid.NewGuid(), Guid.NewGuid());
        var body = Equivalences.AwardBody(person);
        var (kept, other) = await AtOnceAsync(() => PutAsync(award, body, command), () => PutAsync(award, body, command));
        kept.ShouldRecord(1);
        other.Status.ShouldBe(409);
        other.Code.ShouldBeOneOf("ledger.concurrent-change", "ledger.same-command");
        (await PutAsync(award, body, command)).ShouldRecord(0);
        (await RecordedAsync(award)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Two_people_who_show_the_same_certificate_at_the_same_moment_are_not_both_believed()
    {
        var (one, two) = (await demo.PersonAsync(9903), await demo.PersonAsync(9904));
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var (kept, other) = await AtOnceAsync(() => PutAsync(first, Equivalences.AwardBody(one, number: "ICDL-TH-9903")), () => PutAsync(second, Equivalences.AwardBody(two, number: "icdl th 9903")));
        var lost = kept.ShouldRecord(1).Id == first ? second : first;
        other.ShouldRefuse(409, "award.same-certificate");
        other.Text.ShouldNotContain(kept.Id.ToString(), Case.Insensitive, "whose it is, is nobody's to learn by trying");
        (await RecordedAsync(kept.Id)).ShouldBe((1, 1));
        (await RecordedAsync(lost)).ShouldBe((0, 0));
        (await PutAsync(lost, Equivalences.AwardBody(lost == first ? one : two, number: "ICDL-TH-9903"))).ShouldRefuse(409, "award.same-certificate");
    }

    [Fact]
    public async Task Two_contents_of_one_award_at_the_same_moment_are_one()
    {
        var (person, award) = (await demo.PersonAsync(9905), Guid.NewGuid());
        var (kept, other) = await AtOnceAsync(() => PutAsync(award, Equivalences.AwardBody(person, number: "ICDL-TH-9905")), () => PutAsync(award, Equivalences.AwardBody(person, number: "ICDL-TH-9906")));
        kept.ShouldRecord(1);
        other.ShouldRefuse(409, "ledger.concurrent-change");
        (await RecordedAsync(award)).ShouldBe((1, 1), "the number of the one that was not recorded is free");
    }

    [Fact]
    public async Task A_certificate_that_is_annulled_at_the_same_moment_counts_once()
    {
        var (one, two) = (await demo.PersonAsync(9907), await demo.PersonAsync(9908));
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        (await PutAsync(first, Equivalences.AwardBody(one, number: "ICDL-TH-9907"))).ShouldRecord(1);
        var answers = await Task.WhenAll(demo.Host.PostAsync("examiner", $"/api/awards/{first}/annulment", new { ground = "fraud" }), PutAsync(second, Equivalences.AwardBody(two, number: "ICDL-TH-9907")));
        answers[0].ShouldRecord(1);
        if (answers[1].Status != 201) answers[1].ShouldRefuse(409, "award.same-certificate");
        (await RecordedAsync(first)).ShouldBe((2, 0));
        (await PutAsync(second, Equivalences.AwardBody(two, number: "ICDL-TH-9907"))).Status.ShouldBeOneOf(200, 201);
        (await RecordedAsync(second)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task However_many_meet_each_certificate_is_one_award()
    {
        var people = new[] { await demo.PersonAsync(9911), await demo.PersonAsync(9912) };
        for (var round = 0; round < 10; round++)
        {
            var (awards, number) = (new[] { Guid.NewGuid(), Guid.NewGuid() }, $"ICDL-TH-99-{round}");
            // Each is sent twice, as by an impatient hand.
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PutAsync(awards[i % 2], Equivalences.AwardBody(people[i % 2], number: number))));
            answers.Count(a => a.Status is 200 or 201 && a.Recorded == 1).ShouldBe(1);
            foreach (var refused in answers.Where(a => a.Status >= 400)) refused.Code.ShouldBeOneOf("award.same-certificate", "ledger.concurrent-change");
            ((await RecordedAsync(awards[0])).Events + (await RecordedAsync(awards[1])).Events).ShouldBe(1);
            ((await RecordedAsync(awards[0])).Rows + (await RecordedAsync(awards[1])).Rows).ShouldBe(1);
        }
    }

    // Both have read and both are about to record before either does.
    private async Task<(Answer Kept, Answer Other)> AtOnceAsync(Func<Task<Answer>> one, Func<Task<Answer>> two)
    {
        Task<Answer> first, second;
        await using (await Obstacle.ToCertificatesAsync(demo.Host))
        {
            (first, second) = (one(), two());
            await Obstacle.BothStopAsync(demo.Host);
        }
        var answers = await Task.WhenAll(first, second);
        answers.Count(a => a.Status == 201).ShouldBe(1, string.Join('\n', answers.Select(a => a.Text)));
        return (answers.Single(a => a.Status == 201), answers.Single(a => a.Status != 201));
    }

    private Task<Answer> PutAsync(Guid award, object body, Guid? command = null) => demo.Host.PutAsync("examiner", $"/api/awards/{award}", body, command);

    private async Task<(long Events, long Rows)> RecordedAsync(Guid award)
    {
        await using var command = demo.Host.Database.CreateCommand($"select count(*) from {Numbers} where award = '{award}'");
        return (await demo.Host.EventsAsync(award), (long)(await command.ExecuteScalarAsync())!);
    }
}
