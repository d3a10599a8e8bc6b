using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class DecideCertificationScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_decision_is_made_once_on_its_evidence()
    {
        var person = await demo.PersonAsync(1);
        var body = DemoLedger.DecisionBody(person, [await demo.ResultAsync(person)], [await demo.CompletionAsync(person)]);
        (await demo.Host.PostAsync("decider", "/api/decisions", body)).ShouldRecord(1);
        (await demo.Host.PostAsync("decider", "/api/decisions", body)).ShouldRecord(0);
        (await demo.Host.PostAsync("decider-rsa", "/api/decisions", body)).ShouldRefuse(409, "decision.already-made");
    }

    [Fact]
    public async Task An_examiner_of_the_result_does_not_decide()
    {
        var person = await demo.PersonAsync(2);
        var body = DemoLedger.DecisionBody(person, [await demo.ResultAsync(person)], [await demo.CompletionAsync(person)]);
        (await demo.Host.PostAsync("examiner", "/api/decisions", body)).ShouldRefuse(403, "decision.by-examiner");
    }

    [Fact]
    public async Task Certification_is_not_granted_on_incomplete_or_foreign_evidence_or_without_the_duty()
    {
        var person = await demo.PersonAsync(3);
        var result = await demo.ResultAsync(person);
        (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], []))).ShouldRefuse(422, "decision.requirements-not-met");
        (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [DemoLedger.Completion]))).ShouldRefuse(422, "decision.others-evidence");
        (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [Guid.NewGuid()], []))).ShouldRefuse(404, "result.missing");
        (await demo.Host.PostAsync("issuer", "/api/decisions", DemoLedger.DecisionBody(person, [result], []))).ShouldRefuse(403, "identity.duty-missing");
    }
}
