using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>An issued document, the two events that the ledger recorded of it, and the log of seven entries that they are in; any of it can be another.</summary>
internal sealed record LogScene(byte[] Issued, string Sha256, DateTimeOffset Seen)
{
    public const int DecisionIndex = 2, IssueIndex = 5, Size = 7;

    public static readonly Guid DecisionId = new("43e8b90c-3c4d-8e2b-ae9c-be197fc40d84"), OtherId = new("18c74885-160c-818a-b5c4-7261865f7bca");

    public string DecisionType { get; init; } = "certification-decided";

    public string IssueType { get; init; } = "credential-issued";

    public Guid DecisionStream { get; init; } = DecisionId;

    public Guid IssueStream { get; init; } = Sample.Id;

    public Guid Credential { get; init; } = Sample.Id;

    public NoteSigner Log { get; init; } = TestLog.Signer;

    public (NoteSigner Witness, int Seconds)[] Cosigned { get; init; } = [(TestLog.Witnesses[0], -3), (TestLog.Witnesses[2], 0)];

    /// <summary>A document signed and seen at the moments of the sample.</summary>
    public static LogScene Of(byte[] issued, DateTimeOffset? seen = null) => new(issued, Convert.ToHexStringLower(SHA256.HashData(issued)), seen ?? Sample.SignedAt.AddSeconds(2));

    public ProvenEvent Decision => new(OpenDecision, Prove(DecisionIndex));

    public ProvenEvent Issue => new(OpenIssue, Prove(IssueIndex));

    /// <summary>The document with the proofs as given, right or not; each part may be changed as text.</summary>
    public byte[] Document(Func<ProvenEvent, ProvenEvent>? decision = null, Func<ProvenEvent, ProvenEvent>? issue = null, Action<Forge>? change = null)
    {
        const string End = "</xades:QualifyingProperties>";
        var proofs = Encoding.UTF8.GetString(LogProofElement.Write(decision?.Invoke(Decision) ?? Decision, issue?.Invoke(Issue) ?? Issue));
        var forge = new Forge(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Issued).Replace(End, proofs + End, StringComparison.Ordinal)));
        change?.Invoke(forge);
        return forge.Bytes();
    }

    public TlogProof Prove(int index, int size = Size) => TestLog.Proof(Leaves[..size], index, Log, [.. Cosigned.Select(c => (c.Witness, Seen.AddSeconds(c.Seconds)))]);

    private Opening OpenDecision => Open("decision", DecisionType, DecisionStream, Sample.SignedAt.AddDays(-2), """{"decision":"elsewhere"}""") with { Payload = null };

    private Opening OpenIssue => Open("issue", IssueType, IssueStream, Sample.SignedAt.AddSeconds(1), JsonSerializer.Serialize(new
    {
        credential = Credential,
        decision = DecisionId,
        document = new { issuer = "BODY-A", sha256 = Sha256 },
        test = false,
    }));

    private byte[][] Leaves => [.. Enumerable.Range(0, Size).Select(i => MerkleTree.LeafHash(i switch
    {
        DecisionIndex => OpenDecision.Entry(),
        IssueIndex => OpenIssue.Entry(),
        _ => [(byte)i],
    }))];

    private static Opening Open(string name, string type, Guid stream, DateTimeOffset recorded, string payload)
    {
        using var actor = JsonDocument.Parse("""{"authority":"development","duty":"issue-credentials","organisation":"BODY-A","person":"d0000000-0000-4000-8000-000000000006"}""");
        byte[] salt = SHA256.HashData(Encoding.ASCII.GetBytes(name)), canonical = CanonicalJson.Of(Encoding.UTF8.GetBytes(payload));
        var id = new Guid(SHA256.HashData(Encoding.ASCII.GetBytes("event " + name)).AsSpan(0, 16));
        return Opening.Of(new(id, stream, 1, type, recorded, actor.RootElement.Clone(), null, null, Commitment.ToPayload(salt, canonical)), salt, canonical);
    }
}
