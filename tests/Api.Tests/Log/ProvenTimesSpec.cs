using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Api.Tests.Log;

/// <summary>When events existed at the latest, by the first checkpoint over each that the parties cosigned.</summary>
public sealed class ProvenTimesSpec : IAsyncLifetime
{
    private static readonly NoteSigner[] Parties = [.. Enumerable.Range(1, 3).Select(i => new NoteSigner($"party{i}.example", NoteKeyType.Cosignature, Enumerable.Repeat((byte)i, 32).ToArray()))];
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);
    private static readonly LogPolicy Policy = LogPolicy.Parse($"log {LogLedger.Key.Key}\n{string.Concat(Parties.Select((p, i) => $"witness w{i} {p.Key}\n"))}group two 2 w0 w1 w2\nquorum two\n");

    private readonly LogLedger ledger = new();

    public Task InitializeAsync() => ledger.InitializeAsync();

    public Task DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task An_event_is_proven_by_the_second_to_cosign_the_first_checkpoint_over_it()
    {
        var first = await Logged(2, Noon, Noon.AddSeconds(40), Noon.AddSeconds(3));
        var second = await Logged(1, Noon.AddHours(1), Noon.AddHours(2));
        var alone = await Logged(1, Noon.AddHours(3));
        var unpublished = await ledger.AppendAsync(1);
        await ledger.SequenceAsync();

        var times = await Read(Policy);
        first.Select(times.Of).ShouldAllBe(t => t == Noon.AddSeconds(3));
        times.Of(second[0]).ShouldBe(Noon.AddHours(2));
        times.Of(alone[0]).ShouldBeNull("one party is no quorum");
        times.Of(unpublished[0]).ShouldBeNull();
        times.Of(Guid.NewGuid()).ShouldBeNull();
        (await Read(LogPolicy.Of(LogLedger.Key.Key))).Of(first[0]).ShouldBeNull("a log without witnesses proves no time");
    }

    // Events under a checkpoint that parties cosigned at these times.
    private async Task<Guid[]> Logged(int count, params DateTimeOffset[] cosigned)
    {
        var ids = await ledger.AppendAsync(count);
        await ledger.SequenceAsync();
        var size = (await ledger.PublishAsync()).Size;
        var note = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(await ledger.AskAsync<string>($"select note from log.checkpoints where size = {size}")));
        var whole = note with { Signatures = [.. note.Signatures, .. cosigned.Select((at, i) => Cosignature.Make(Parties[i], note.Text, at))] };
        (await ledger.TamperAsync($"update log.checkpoints set note = $note${whole}$note$ where size = {size}")).ShouldBe(1);
        return ids;
    }

    private async Task<ProvenTimes> Read(LogPolicy policy)
    {
        await using var connection = await ledger.Database.OpenConnectionAsync();
        return await ProvenTimes.Read(connection, policy, default);
    }
}
