using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>What the verifier asks of a log proof, the ledger's own rows have: the events of a credential that it issued, opened, in a log of a test's own.</summary>
public sealed class ProofInDocumentScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_issued_document_with_the_proofs_of_its_own_events_is_proven_and_with_another_s_is_not()
    {
        var trust = TrustList.Parse(await demo.Host.App.Server.CreateClient().GetByteArrayAsync("/api/trust"));
        var log = new NoteSigner(trust.Issuers[0].LogOrigin, NoteKeyType.Ed25519, new byte[32]);
        var witness = new NoteSigner("witness.example", NoteKeyType.Cosignature, new byte[32]);
        trust = new(trust.AllowsTest, trust.Roots, trust.Issuers, [$"log {log.Key}\nwitness OCSC {witness.Key}\nquorum OCSC\n"]);

        var (document, proofs) = (await DocumentAsync(demo.Credential), await ProveAsync(demo.Credential, log, witness));
        var attached = CredentialProofs.Attach(document, proofs.Decision, proofs.Issue);
        CredentialProofs.Strip(attached).ShouldBe(document);
        var verdict = Verify.Document(attached, trust, null, DateTimeOffset.UtcNow);
        verdict.Checks.Where(c => c.Name != "status").ShouldAllBe(c => c.Result == CheckResult.Passed);
        verdict.Checks.Single(c => c.Name == "key-validity").Code.ShouldBe(Codes.KeyProven);
        verdict.Signing!.Witnesses.ShouldBe(["OCSC"]);

        var other = await ProveAsync(await demo.CredentialAsync(81), log, witness);
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(document, other.Decision, other.Issue)).Message.ShouldContain(Codes.LogOtherCredential);
    }

    [Fact]
    public async Task A_document_that_took_another_s_place_is_proven_by_the_same_decision_and_its_own_issue()
    {
        var trust = TrustList.Parse(await demo.Host.App.Server.CreateClient().GetByteArrayAsync("/api/trust"));
        var log = new NoteSigner(trust.Issuers[0].LogOrigin, NoteKeyType.Ed25519, new byte[32]);
        var witness = new NoteSigner("witness.example", NoteKeyType.Cosignature, new byte[32]);
        trust = new(trust.AllowsTest, trust.Roots, trust.Issuers, [$"log {log.Key}\nwitness OCSC {witness.Key}\nquorum OCSC\n"]);
        var old = await demo.CredentialAsync(82);
        var successor = await Credentials.Successors.ReplacedAsync(demo, old);

        var proofs = await ProveAsync(successor, log, witness);
        proofs.Decision.Opening.Envelope.Stream.ShouldBe((await ProveAsync(old, log, witness)).Decision.Opening.Envelope.Stream);
        Verify.Document(CredentialProofs.Attach(await DocumentAsync(successor), proofs.Decision, proofs.Issue), trust, null, DateTimeOffset.UtcNow)
            .Checks.Single(c => c.Name == "key-validity").Code.ShouldBe(Codes.KeyProven);
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(DocumentAsync(old).Result, proofs.Decision, proofs.Issue)).Message.ShouldContain(Codes.LogOtherCredential);
    }

    private async Task<byte[]> DocumentAsync(Guid credential)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return CredentialProofs.Strip(await client.GetByteArrayAsync($"/api/credentials/{credential}/document?format=xml"));
    }

    private async Task<(ProvenEvent Decision, ProvenEvent Issue)> ProveAsync(Guid credential, NoteSigner log, NoteSigner witness)
    {
        var issue = await OpenAsync(credential);
        using var payload = JsonDocument.Parse(issue.Payload!.Value.Canonical);
        var decision = await OpenAsync(payload.RootElement.GetProperty("decision").GetGuid()) with { Payload = null };
        byte[] first = MerkleTree.LeafHash(decision.Entry()), second = MerkleTree.LeafHash(issue.Entry());
        var head = new Checkpoint(log.Key.Name, 2, MerkleTree.NodeHash(first, second));
        var note = new SignedNote(head.Text, [log.Sign(head.Text), Cosignature.Make(witness, head.Text, DateTimeOffset.UtcNow)]);
        return (new(decision, new(0, [second], note)), new(issue, new(1, [first], note)));
    }

    private async Task<Opening> OpenAsync(Guid stream)
    {
        await using var command = demo.Host.Database.CreateCommand("select id, type, timestamp, data, headers, correlation_id, causation_id from ledger.mt_events where stream_id = $1 and version = 1");
        command.Parameters.Add(new() { Value = stream });
        await using var row = await command.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue();
        var headers = JsonDocument.Parse(row.GetString(4)).RootElement;
        var envelope = new Envelope(row.GetGuid(0), stream, 1, row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), headers.GetProperty("actor"),
            row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), headers.GetProperty("commitment").GetBytesFromBase64());
        return Opening.Of(envelope, headers.GetProperty("salt").GetBytesFromBase64(), CanonicalJson.Of(System.Text.Encoding.UTF8.GetBytes(row.GetString(3))));
    }
}
