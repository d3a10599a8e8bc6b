using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Imports;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Privacy;

public sealed class GrantErasureScenario(DemoLedger demo) : IClassFixture<DemoLedger>, IAsyncLifetime
{
    public Task InitializeAsync() => demo.Host.AppointAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<(Guid Person, string Path)> AskedAsync(int number)
    {
        var (person, erasure) = (await demo.PersonAsync(number), Guid.NewGuid());
        var path = $"/api/people/{person}/erasures/{erasure}";
        (await demo.Host.PutAsync(Officers.Second, path, new { remark = "แทนผู้ไม่อาจขอเอง" })).ShouldRecord(1);
        return (person, path);
    }

    private async Task<long> KeysAsync(Guid person)
    {
        await using var command = demo.Host.Database.CreateCommand("select (select count(*) from keys.persons where person = $1) + (select count(*) from keys.national_ids where person = $1) + (select count(*) from keys.award_numbers where person = $1)");
        command.Parameters.Add(new() { Value = person });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task A_granted_erasure_destroys_the_key_with_the_event_and_once()
    {
        var (person, path) = await AskedAsync(8201);
        await demo.Host.AwardAsync(person);
        (await KeysAsync(person)).ShouldBe(3);
        (await demo.Host.PostAsync("hr-officer", $"{path}/grant")).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync(Officers.Second, $"{path}/grant")).ShouldRefuse(403, "erasure.own-matter");
        (await demo.Host.PostAsync(Officers.First, $"/api/people/{person}/erasures/{Guid.NewGuid()}/grant")).ShouldRefuse(404, "erasure.missing");
        (await KeysAsync(person)).ShouldBe(3);
        (await demo.Host.PostAsync(Officers.First, $"{path}/grant")).ShouldRecord(1);
        (await KeysAsync(person)).ShouldBe(0);
        (await demo.Host.PostAsync(Officers.First, $"{path}/grant")).ShouldRecord(0);
        (await demo.Host.PostAsync(Officers.First, $"{path}/refusal", new { ground = "legal-claims" })).ShouldRefuse(409, "person.erased");
        (await demo.Host.PutAsync(Officers.First, $"/api/people/{person}/erasures/{Guid.NewGuid()}", new { })).ShouldRefuse(409, "person.erased");

        var shown = (await demo.Host.GetAsync(Officers.First, $"/api/people/{person}")).Json;
        shown.GetProperty("erased").GetBoolean().ShouldBeTrue();
        shown.TryGetProperty("name", out _).ShouldBeFalse();
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{person}", DemoLedger.Person(8201))).ShouldRefuse(409, "person.erased");
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(8201))).ShouldRecord(1);
        (await demo.Host.GetAsync(Officers.First, $"/api/people/{person}/export")).ShouldRefuse(410, "person.erased");
    }

    [Fact]
    public async Task A_credential_outlives_its_holder_and_says_so()
    {
        var credential = await demo.CredentialAsync(8202);
        var path = $"/api/credentials/{credential}";
        var document = (await demo.Host.GetAsync(Officers.First, $"{path}/document")).Text;
        var person = (await demo.Host.GetAsync(Officers.First, path)).Json.GetProperty("person").GetGuid();
        var erasure = $"/api/people/{person}/erasures/{Guid.NewGuid()}";
        (await demo.Host.PutAsync(Officers.Second, erasure, new { })).ShouldRecord(1);
        (await demo.Host.PostAsync(Officers.First, $"{erasure}/grant")).ShouldRecord(1);

        var shown = (await demo.Host.GetAsync(Officers.First, path)).Json;
        (shown.GetProperty("holderErased").GetBoolean(), shown.GetProperty("standing").GetString()).ShouldBe((true, "valid"));
        (await demo.Host.GetAsync(Officers.First, $"{path}/document")).ShouldRefuse(410, "credential.holder-erased");
        using var content = new StringContent(document, System.Text.Encoding.UTF8, "application/xml");
        (await demo.Host.PostAsync("", "/api/verify", content)).Json.GetProperty("overall").GetString().ShouldBe("valid");
        (await demo.Host.PostAsync("revoker", $"{path}/revocation", new { ground = "fraud", remark = "ก" })).ShouldRefuse(409, "person.erased");
        (await demo.Host.PostAsync("revoker", $"{path}/revocation", new { ground = "fraud" })).ShouldRecord(1);
        (await demo.Host.PutAsync("examiner", $"/api/results/{Guid.NewGuid()}", DemoLedger.ResultBody(person))).ShouldRefuse(409, "person.erased");
    }

    [Fact]
    public async Task The_answer_names_the_exports_to_call_back()
    {
        var (person, path) = await AskedAsync(8203);
        var export = (await demo.Host.GetAsync(Officers.First, $"/api/people/{person}/export")).Json.GetProperty("export").GetGuid();
        (await demo.Host.PostAsync(Officers.First, $"{path}/grant")).ShouldRecord(1);
        var view = (await demo.Host.GetAsync(Officers.First, $"/api/people/{person}/erasures")).Json;
        view.GetProperty("exports").EnumerateArray().Select(e => e.GetGuid()).ShouldBe([export]);
        view.GetProperty("requests")[0].TryGetProperty("remark", out _).ShouldBeFalse("nobody opens it any more");
    }

    [Fact]
    public async Task Two_officers_at_once_erase_once_and_the_key_goes_with_the_event()
    {
        var (person, path) = await AskedAsync(8204);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => demo.Host.PostAsync(i % 2 == 0 ? Officers.First : Officers.Third, $"{path}/grant")));
        answers.Count(a => a.Status == 200 && a.Recorded == 1).ShouldBe(1);
        foreach (var other in answers.Where(a => a.Status != 200)) other.Status.ShouldBeOneOf(409);
        (await KeysAsync(person)).ShouldBe(0);
        (await demo.Host.EventsAsync(person)).ShouldBe(3);
    }

    [Fact]
    public async Task What_races_with_an_import_a_rotation_or_an_issue_leaves_no_key_behind()
    {
        var asked = new List<(Guid Person, string Path)>();
        for (var i = 0; i < 10; i++) asked.Add(await AskedAsync(8210 + i));
        var decision = await demo.DecisionAsync(8220);
        var rotating = Task.Run(async () =>
        {
            for (var i = 0; i < 3; i++) await ActivatorUtilities.CreateInstance<MasterKeyRotation>(demo.Host.Services).Run(default);
        });
        string[] rows = ["national_id,name_th,name_en,personnel,synthetic,post,agency,post_from",
            .. asked.Select((_, i) => $"{DemoLedger.NationalId(8210 + i)},นางสาวทดสอบ ลำดับ{8210 + i},Test {8210 + i},civil-servant,true,7{i},DGA,2026-01-01")];
        var importing = demo.Host.ImportAsync("hr-officer", "people", ImportRig.Csv(rows));
        var issuing = demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential");
        var granted = await Task.WhenAll(asked.Select(a => demo.Host.PostAsync(Officers.First, $"{a.Path}/grant")));
        await Task.WhenAll(rotating, importing, issuing);
        for (var i = 0; i < granted.Length; i++)
            if (granted[i].Status == 409) (await demo.Host.PostAsync(Officers.First, $"{asked[i].Path}/grant")).ShouldRecord(1);
        foreach (var (person, _) in asked) (await KeysAsync(person)).ShouldBe(0);
    }

    [Fact]
    public async Task A_transaction_cut_short_leaves_both_the_key_and_the_request()
    {
        var (person, path) = await AskedAsync(8205);
        await demo.Host.TamperAsync("alter table ledger.mt_events add constraint no_erasing check (type <> 'erasure-granted') not valid");
        (await demo.Host.PostAsync(Officers.First, $"{path}/grant")).Status.ShouldBe(500);
        await demo.Host.TamperAsync("alter table ledger.mt_events drop constraint no_erasing");
        (await KeysAsync(person)).ShouldBe(2);
        (await demo.Host.PostAsync(Officers.First, $"{path}/grant")).ShouldRecord(1);
        (await KeysAsync(person)).ShouldBe(0);
    }
}
