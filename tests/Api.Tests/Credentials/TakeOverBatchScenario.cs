using CredentialLedger.Api.Issuing.Batches;
using CredentialLedger.Api.Tests.Authority;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>How a batch ends whose orderer may not issue any more, or that its body does not want any more (TakeOverBatch, WithdrawBatch).</summary>
public sealed class TakeOverBatchScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_batch_that_rests_goes_on_in_the_name_of_a_colleague()
    {
        var (path, appointment) = ($"/api/batches/{Guid.NewGuid()}", $"/api/appointments/{Guid.NewGuid()}");
        Guid[] decisions = [await demo.DecisionAsync(800), await demo.DecisionAsync(801)];
        (await demo.Host.PutAsync("head-digital", appointment, new { person = Organisations.Newcomer, duty = "issue-credentials" })).ShouldRecord(1);
        await using (await HeldAsync())
        {
            (await demo.Host.PutAsync("newcomer", path, new { decisions })).ShouldRecord(1);
            (await demo.Host.PostAsync("issuer", $"{path}/taking-over")).ShouldRefuse(409, "batch.not-resting");
            (await demo.Host.PostAsync("head-digital", $"{appointment}/revocation", new { ground = "left" })).ShouldRecord(1);
        }

        var shown = (await demo.Host.GetAsync("issuer", path)).Json;
        (shown.GetProperty("rests").GetBoolean(), shown.GetProperty("inNameOf").GetGuid()).ShouldBe((true, Organisations.Newcomer));
        (await demo.Host.PostAsync("newcomer", $"{path}/taking-over")).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer-rsa", $"{path}/taking-over")).ShouldRefuse(404, "batch.missing");
        (await demo.Host.PostAsync("issuer", $"{path}/taking-over")).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", $"{path}/taking-over")).ShouldRecord(0);
        await Eventually.BeAsync(async () => (await demo.Host.GetAsync("auditor", path)).Json.GetProperty("finished").GetBoolean(), true);
        shown = (await demo.Host.GetAsync("auditor", path)).Json;
        (shown.GetProperty("rests").GetBoolean(), shown.GetProperty("issued").GetInt32()).ShouldBe((false, 2));
        shown.GetProperty("inNameOf").GetGuid().ShouldNotBe(shown.GetProperty("orderedBy").GetGuid());
        (await demo.Host.PostAsync("issuer", $"{path}/withdrawal")).ShouldRefuse(409, "batch.over");
    }

    [Fact]
    public async Task What_a_withdrawn_batch_released_stays_and_nothing_more_is_issued()
    {
        var id = Guid.NewGuid();
        var path = $"/api/batches/{id}";
        Guid[] decisions = [await demo.DecisionAsync(810), .. Enumerable.Range(0, 58).Select(_ => Guid.NewGuid()), await demo.DecisionAsync(811)];
        var issuing = demo.Host.Services.GetRequiredService<BatchIssuing>();
        await using var held = await HeldAsync();
        (await demo.Host.PutAsync("issuer", path, new { decisions })).ShouldRecord(1);
        (await issuing.Advance(id, default)).ShouldBeTrue();
        (await demo.Host.PostAsync("decider", $"{path}/withdrawal")).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer-rsa", $"{path}/withdrawal")).ShouldRefuse(404, "batch.missing");
        (await demo.Host.PostAsync("issuer", $"{path}/withdrawal")).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", $"{path}/withdrawal")).ShouldRecord(0);
        (await issuing.Advance(id, default)).ShouldBeFalse();
        (await demo.Host.PostAsync("issuer", $"{path}/taking-over")).ShouldRefuse(409, "batch.over");

        var shown = (await demo.Host.GetAsync("auditor", path)).Json;
        (shown.GetProperty("withdrawn").GetBoolean(), shown.GetProperty("finished").GetBoolean(), shown.GetProperty("rests").GetBoolean()).ShouldBe((true, false, false));
        (shown.GetProperty("issued").GetInt32(), shown.GetProperty("refused").GetInt32(), shown.GetProperty("remaining").GetInt32()).ShouldBe((1, 9, 50));
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decisions[^1]}/credential")).ShouldRecord(1);
    }

    // Keeps the service from the batches meanwhile.
    private async Task<NpgsqlConnection> HeldAsync()
    {
        // Not of a pool, so that closing it lets go.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(demo.Host.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({BatchService.Lock})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
