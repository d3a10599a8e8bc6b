using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Authority;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>Whom a good token stands for, when the provider names people by national id.</summary>
public sealed class RecognitionTests(NationalIdLedger ledger) : IClassFixture<NationalIdLedger>
{
    private string TokenOf(string? pid) => ledger.Provider.Token(claims: c =>
    {
        c["sub"] = "opaque";
        if (pid is not null) c["pid"] = pid;
    });

    [Fact]
    public async Task A_national_id_is_the_person_who_has_it_from_the_moment_that_somebody_registers_them()
    {
        (await ledger.PutAsync(TokenOf(NationalIdLedger.NationalId))).Status.ShouldBe(403);
        (await ledger.Host.PutAsync("hr-officer", $"/api/people/{NationalIdLedger.Person}", DemoLedger.Person(2_000_001))).ShouldRecord(1);
        await AppointAsync(NationalIdLedger.Person);
        var (status, text, _) = await ledger.PutAsync(TokenOf(NationalIdLedger.NationalId));
        status.ShouldBe(201, text);
    }

    [Fact]
    public async Task Somebody_whom_the_ledger_does_not_know_is_answered_as_somebody_without_a_duty()
    {
        (await ledger.Host.PutAsync("hr-officer", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(2_000_002))).ShouldRecord(1);
        var known = await ledger.PutAsync(TokenOf(DemoLedger.NationalId(2_000_002)));
        known.Status.ShouldBe(403);
        foreach (var pid in (string?[])[DemoLedger.NationalId(2_000_003), "1", "๑๒๓๔๕๖๗๘๙๐๑๒๓", "", " ", NationalIdLedger.Person.ToString(), "0' or '1'='1", null])
            Bare(await ledger.PutAsync(TokenOf(pid))).ShouldBe(Bare(known), pid);
    }

    [Fact]
    public async Task A_clients_own_token_is_its_system_and_no_person_whatever_else_it_says()
    {
        string Of(string client) => ledger.Provider.Token(claims: c => (c["sub"], c["client_id"], c["pid"]) = (client, client, NationalIdLedger.NationalId));
        (await ledger.PutAsync(Of("hr-system"))).Status.ShouldBe(403, "nobody has entered it");
        var entered = await ledger.Host.PostAsync("agency-accreditor", "/api/systems",
            new { organisation = "OCSC", issuer = FakeProvider.Issuer, client = "hr-system", nameTh = "ระบบ", nameEn = "System" });
        await AppointAsync(entered.ShouldRecord(1).Id);
        (await ledger.PutAsync(Of("hr-system"))).Status.ShouldBe(201);
        (await ledger.PutAsync(Of("another-system"))).Status.ShouldBe(403);
        (await ledger.PutAsync(Of(NationalIdLedger.Person.ToString()))).Status.ShouldBe(403, "a client that is called as a person is none");
    }

    private async Task AppointAsync(Guid who)
    {
        (await ledger.Host.PutAsync("representative-ocsc", $"/api/appointments/{Guid.NewGuid()}", new { person = who, duty = "keep-persons" })).ShouldRecord(1);
        ledger.App.Services.GetRequiredService<AuthorityCache>().Expire(); // the other host knows within its MaxAge
    }

    private static string Bare((int Status, string Text, string Challenge) answer) =>
        $"{answer.Status} {System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"traceId\":\"[^\"]*\"", "")} {answer.Challenge}";
}
