using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class IssueCredentialScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task One_credential_is_issued_a_decision_however_many_ask_at_once()
    {
        var path = $"/api/decisions/{await demo.DecisionAsync(1)}/credential";
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => demo.Host.PostAsync("issuer", path)));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        foreach (var other in answers.Where(a => a.Status != 201)) other.Status.ShouldBeOneOf([200, 409], other.Text);

        var id = answers.Single(a => a.Status == 201).Id;
        (await demo.Host.PostAsync("issuer", path)).ShouldRecord(0).Id.ShouldBe(id);
        (await demo.Host.EventsAsync(id)).ShouldBe(1);
        await using var count = demo.Host.Database.CreateCommand("select count(*) from documents.credentials where credential = $1");
        count.Parameters.Add(new() { Value = id });
        (await count.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    public async Task The_document_that_is_given_out_is_the_one_whose_digest_the_event_holds()
    {
        var id = await demo.CredentialAsync(2);
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        var document = await client.GetByteArrayAsync($"/api/credentials/{id}/document?format=xml");
        await using var command = demo.Host.Database.CreateCommand("select data -> 'document' ->> 'sha256' from ledger.mt_events where stream_id = $1");
        command.Parameters.Add(new() { Value = id });
        (await command.ExecuteScalarAsync()).ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(document)));
    }

    [Fact]
    public async Task A_refused_decision_annulled_evidence_another_body_and_a_missing_duty_are_refused()
    {
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{await demo.DecisionAsync(3, "refused")}/credential")).ShouldRefuse(409, "credential.decision-refused");
        var decision = await demo.DecisionAsync(4);
        (await demo.Host.PostAsync("issuer-rsa", $"/api/decisions/{decision}/credential")).ShouldRefuse(403, "credential.other-body");
        (await demo.Host.PostAsync("decider", $"/api/decisions/{decision}/credential")).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{Guid.NewGuid()}/credential")).ShouldRefuse(404, "decision.missing");

        var person = await demo.PersonAsync(5);
        var result = await demo.ResultAsync(person);
        var granted = (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [await demo.CompletionAsync(person)]))).Id;
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud" })).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{granted}/credential")).ShouldRefuse(409, "credential.evidence-withdrawn");
    }

    [Fact]
    public async Task A_certificate_names_all_three_parties()
    {
        var answer = await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}/document?format=xml");
        answer.Text.ShouldContain($"<Programme><NoticeTh>{Clauses.NoticeTh}</NoticeTh><NoticeEn>This project is carried out under the cooperation of Office of the Civil Service Commission,");
    }

    [Fact]
    public async Task Under_a_scheme_that_names_a_mark_nothing_is_issued_without_a_permit_in_force()
    {
        var work = await demo.Host.LogoAsync();
        var scheme = Guid.NewGuid();
        (await demo.Host.PutAsync("framework-keeper", $"/api/schemes/{scheme}", EstablishSchemeScenario.Body("CEC-BCTZ-001", marks: [Clauses.IdOf(work)]))).ShouldRecord(1);
        var person = await demo.PersonAsync(6);
        var decided = await demo.Host.PostAsync("decider", "/api/decisions", new { scheme, person, ruling = "granted", results = new[] { await demo.ResultAsync(person) }, completions = Array.Empty<Guid>() });
        var credential = $"/api/decisions/{decided.ShouldRecord(1).Id}/credential";

        (await demo.Host.PostAsync("issuer", credential)).ShouldRefuse(409, "credential.mark-without-permit");
        (await demo.Host.PutAsync("work-officer-tpqi", $"{work}/permits/{Guid.NewGuid()}", Clauses.PermitBody(places: "public-page"))).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", credential)).ShouldRefuse(409, "credential.mark-without-permit");
        (await demo.Host.PutAsync("work-officer-tpqi", $"{work}/permits/{Guid.NewGuid()}", Clauses.PermitBody())).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", credential)).ShouldRecord(1);
    }

    [Fact]
    public async Task Outside_the_scope_of_its_accreditation_a_body_issues_nothing()
    {
        var credential = $"/api/decisions/{await demo.DecisionAsync(7)}/credential";
        var scope = new { head = "d0000000-0000-4000-8000-0000000000d1", duties = new[] { "declare-results", "decide-certification", "issue-credentials", "revoke-credentials", "keep-keys", "read-records" }, frameworks = new[] { "TPQI-2560" } };
        (await ScopeAsync(scope with { frameworks = ["DGA-2566"] })).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", credential)).ShouldRefuse(403, "credential.outside-accreditation");
        (await ScopeAsync(scope)).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", credential)).ShouldRecord(1);
    }

    private Task<Answer> ScopeAsync(object scope) => demo.Host.PostAsync("accreditor", "/api/organisations/CB-DIGITAL/accreditations/certification-body/scope", scope);
}
