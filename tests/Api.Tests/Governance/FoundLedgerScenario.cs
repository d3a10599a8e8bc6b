using System.Text.Json.Nodes;
using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Governance;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class FoundLedgerScenario(EmptyLedger ledger) : IClassFixture<EmptyLedger>
{
    private readonly LedgerHost host = ledger.Host;

    private static readonly string Demo = File.ReadAllText(Prepared.FoundingFile);

    /// <summary>The demo's founding file with something changed in it, beside the same text.</summary>
    private async Task<FoundingProblem> RefusesAsync(Func<string, string> change)
    {
        var folder = Directory.CreateTempSubdirectory("founding-").FullName;
        try
        {
            File.Copy(Path.Combine(Path.GetDirectoryName(Prepared.FoundingFile)!, "agreement.th.txt"), Path.Combine(folder, "agreement.th.txt"));
            var file = Path.Combine(folder, "agreement.json");
            await File.WriteAllTextAsync(file, change(Demo));
            return await Should.ThrowAsync<FoundingProblem>(() => Prepared.FoundAsync(host.Services, file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Func<string, string> Json(Action<JsonNode> change) => text =>
    {
        var json = JsonNode.Parse(text)!;
        change(json);
        return json.ToJsonString();
    };

    [Fact]
    public async Task A_ledger_is_founded_once_whoever_tries_and_what_is_wrong_records_nothing()
    {
        (await host.GetAsync("", "/api/agreement")).ShouldRefuse(404, "agreement.missing");
        (await RefusesAsync(text => text.Replace("\"parties\": [", "\"parties\": [,", StringComparison.Ordinal))).Where.ShouldEndWith("agreement.json:9:15");
        (await RefusesAsync(Json(j => j["parties"]!.AsArray().RemoveAt(2)))).Rejection.ShouldBe(FoundLedger.NotThree);
        (await RefusesAsync(Json(j => j["people"]!.AsArray().RemoveAt(0)))).Rejection.ShouldBe(FoundLedger.UnknownRepresentative);
        (await RefusesAsync(Json(j => j["agreement"]!["textSha256"] = new string('0', 64)))).Rejection.ShouldBe(FoundLedger.WrongDigest);
        (await RefusesAsync(Json(j => j["agreement"]!["text"] = "other.txt"))).Rejection.ShouldBe(FoundingProblem.BadFile);
        (await RefusesAsync(Json(j => j["people"]![0]!["nationalId"] = "0000000000000"))).Rejection.Code.ShouldBe("person.wrong-check-digit");
        (await RefusesAsync(Json(j => j["people"]![1] = j["people"]![0]!.DeepClone()))).Rejection.ShouldBe(FoundingProblem.ListedTwice);
        (await host.EventsAsync()).ShouldBe(0);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try { return (await Prepared.FoundAsync(host.Services, Prepared.FoundingFile)).TextSha256; }
            catch (FoundingProblem problem) { return problem.Rejection.Code; }
        }));
        attempts.Count(a => a == "agreement.already-founded").ShouldBe(3);
        (await host.EventsAsync()).ShouldBe(5);
        (await host.EventsAsync(Agreement.TheId)).ShouldBe(1);

        (await RefusesAsync(text => text)).Rejection.ShouldBe(FoundLedger.AlreadyFounded);
        var shown = await host.GetAsync("", "/api/agreement");
        (shown.Json.GetProperty("inForce").GetBoolean(), shown.Json.GetProperty("mandates").GetArrayLength(), shown.Json.GetProperty("parties").GetArrayLength()).ShouldBe((true, 19, 3));
        shown.Text.ShouldNotContain("d0000000", Case.Sensitive, "it shows no person");
        (await host.GetAsync("hr-officer", "/api/people/d0000000-0000-4000-8000-000000000002")).Status.ShouldBe(200);
    }
}
