using System.Text.Json.Nodes;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Tests.Log;
using CredentialLedger.Api.Tests.Torture.Kill;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using Microsoft.Extensions.Configuration;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>A thief with the database, the files, the application's key and the log's key rewrites an event and everything that follows from it. The parties' witnesses, and an auditor who kept a checkpoint, are not deceived.</summary>
public sealed class ThiefSpec : IAsyncLifetime
{
    private readonly LogLedger ledger = new();
    private LocalWitnesses witnesses = null!;
    private Checkpoint audited = null!;
    private Guid[] ids = [];

    public async Task InitializeAsync()
    {
        await ledger.InitializeAsync();
        await File.WriteAllBytesAsync(Path.Combine(ledger.Folder, "keys", "log.key"), [.. Enumerable.Repeat((byte)7, 32)]);
        var configuration = new ConfigurationManager { ["Ledger:Folder"] = ledger.Folder, ["Ledger:LogOrigin"] = LogLedger.Origin, [LocalWitnesses.ProgramKey] = ApiProcess.WitnessProgram };
        witnesses = await LocalWitnesses.StartAsync(configuration, []);
        ledger.Policy = TlogPolicy.Parse(await File.ReadAllTextAsync(Path.Combine(ledger.Folder, LogServices.PolicyFile)));
        ids = await ledger.AppendAsync(300);
        await ledger.SequenceAsync();
        audited = await ledger.PublishAsync();
        await ledger.AppendAsync(300);
        await ledger.SequenceAsync();
        await ledger.PublishAsync();
        (await ledger.AuditAsync()).Defects.ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        await witnesses.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_rewrites_everything_with_every_key_of_the_operator_is_caught_by_the_witnesses()
    {
        await RewriteAsync(ids[17]);

        // The forgery is perfect for who knows the operator's keys alone ...
        var parties = ledger.Policy;
        ledger.Policy = null;
        (await ledger.AuditAsync()).Defects.ShouldBeEmpty();
        // ... not for who kept a checkpoint, ...
        (await ledger.AuditAsync(audited)).Defects.ShouldContain(d => d.Kind == DefectKind.HistoryRewritten && d.Where == $"checkpoint {audited.Size}");
        // ... nor for who asks for the parties' signatures.
        ledger.Policy = parties;
        (await ledger.AuditAsync()).Defects.ShouldContain(d => d.Kind == DefectKind.CheckpointWrong && d.Where == "checkpoint");

        // A witness cosigns no other tree than it saw: nothing is published, and the ledger closes.
        (await Should.ThrowAsync<SignerRefusalException>(() => ledger.Publisher().Publish(default))).Why.ShouldBe(SignerRefusal.Inconsistent);
        ledger.Standing.Refusal.ShouldBe(LogStanding.Behind);
        (await Should.ThrowAsync<LedgerClosedException>(() => ledger.AppendAsync(1))).Code.ShouldBe(LogStanding.Behind);
    }

    private async Task RewriteAsync(Guid id)
    {
        var (e, at, correlation, causation) = await ReadAsync(id);
        var data = (JsonObject)JsonNode.Parse(e.Data)!;
        data["completedOn"] = "2025-01-01";
        var (sql, entry) = new Forger(ledger.Mac).Rewrite(e, data.ToJsonString(), at, correlation, causation);
        await ledger.TamperAsync($"{sql}; update log.leaves set entry = '\\x{Convert.ToHexString(entry)}' where event = '{id}'");

        await using var connection = await ledger.Database.OpenConnectionAsync();
        var size = await ledger.AskAsync<long>("select size from log.heads");
        var (entries, frontier) = (await Leaves.Entries(connection, 1, 0, size, default), new Frontier());
        foreach (var leaf in entries) frontier.Append(MerkleTree.LeafHash(leaf.Span));
        Directory.Delete(ledger.Files.Path, recursive: true);
        ledger.Files.Grow(0, size, (from, end) => [.. entries.Skip((int)from).Take((int)(end - from))]);
        var note = new Checkpoint(LogLedger.Origin, size, frontier.Root).SignedBy(LogLedger.Key);
        ledger.Files.Publish(note.ToBytes());
        await File.WriteAllBytesAsync(ledger.SignerFile, note.ToBytes());
        await ledger.TamperAsync($"""
            update log.heads set subtrees = '\x{Convert.ToHexString([.. frontier.Subtrees.SelectMany(hash => hash)])}';
            delete from log.checkpoints; insert into log.checkpoints (log, size, note) values (1, {size}, $note${note}$note$)
            """);
    }

    private async Task<(SqlTarget, DateTimeOffset, string?, string?)> ReadAsync(Guid id)
    {
        await using var command = ledger.Database.CreateCommand($"""
            select e.seq_id, e.id, e.stream_id, e.version, e.type, e.data::text, e.headers::text, l.index, e.timestamp, e.correlation_id, e.causation_id
            from ledger.mt_events e join log.leaves l on l.event = e.id where e.id = '{id}'
            """);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (new(row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetInt64(7)),
            row.GetFieldValue<DateTimeOffset>(8), row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(10) ? null : row.GetString(10));
    }
}
