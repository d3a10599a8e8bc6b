using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class AnswerNoticeScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task The_holder_answers_once_and_nobody_for_them()
    {
        var path = $"{demo.Paths().Own}/answer";
        var answer = new { answer = "เป็นผลงานของข้าพเจ้า" };
        (await demo.Host.PostAsync("holder", path, answer)).ShouldRefuse(409, "revocation.no-notice");
        await demo.NotifiedAsync();
        (await demo.Host.PostAsync("holder-2", path, answer)).Status.ShouldBe(403);
        (await demo.Host.PostAsync("revoker", path, answer)).Status.ShouldBe(403);
        (await demo.Host.PostAsync("holder", path, new { })).ShouldRefuse(422, "revocation.no-reasons");
        (await demo.Host.PostAsync("holder", path, answer)).ShouldRecord(1);
        (await demo.Host.PostAsync("holder", path, answer)).ShouldRecord(0);
        (await demo.Host.PostAsync("holder", path, new { answer = "อื่น" })).ShouldRefuse(409, "revocation.already-answered");
        (await demo.Host.PostAsync("holder", $"/api/people/{DemoLedger.Candidate}/credentials/{await demo.CredentialAsync(91)}/answer", answer)).ShouldRefuse(404, "credential.missing");
    }
}
