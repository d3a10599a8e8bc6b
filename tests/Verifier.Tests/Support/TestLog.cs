using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The log of the vectors and a witness for each of three parties. Their private keys are 32 equal bytes: public, as all test keys are.</summary>
internal static class TestLog
{
    public const string Origin = "log.example/credentials";

    public static readonly NoteSigner Signer = new(Origin, NoteKeyType.Ed25519, Seed(1));
    public static readonly NoteSigner Stranger = new(Origin, NoteKeyType.Ed25519, Seed(9));
    public static readonly NoteSigner[] Witnesses = [.. Enumerable.Range(2, 3).Select(i => new NoteSigner($"witness.example/{i}", NoteKeyType.Cosignature, Seed((byte)i)))];
    public static readonly NoteSigner[] StrangeWitnesses = [.. Witnesses.Select((w, i) => new NoteSigner(w.Key.Name, NoteKeyType.Cosignature, Seed((byte)(10 + i))))];

    private static readonly string Known = $"log {Signer.Key}\n" + string.Concat(Witnesses.Zip(["OCSC", "DGA", "TPQI"], (w, name) => $"witness {name} {w.Key}\n"));

    /// <summary>Two of the three parties' witnesses are enough.</summary>
    public static readonly string Policy = $"{Known}group parties 2 OCSC DGA TPQI\nquorum parties\n";

    public static readonly string WithoutWitnesses = $"log {Signer.Key}\nquorum none\n";

    public static byte[] Seed(byte fill) => [.. Enumerable.Repeat(fill, 32)];

    /// <summary>A proof of one leaf of a tree, signed by the log and cosigned by witnesses at their times.</summary>
    public static TlogProof Proof(byte[][] leaves, int index, NoteSigner log, params (NoteSigner Witness, DateTimeOffset At)[] cosigned)
    {
        var head = new Checkpoint(log.Key.Name, leaves.Length, MerkleTree.Root(leaves.Length, Subtree));
        var signed = head.SignedBy(log);
        return new(index, InclusionProof.Of(index, leaves.Length, Subtree),
            signed with { Signatures = [.. signed.Signatures, .. cosigned.Select(c => Cosignature.Make(c.Witness, head.Text, c.At))] });

        byte[] Subtree(int level, long at)
        {
            var frontier = new Frontier();
            foreach (var leaf in leaves.Skip((int)(at << level)).Take(1 << level)) frontier.Append(leaf);
            return frontier.Root;
        }
    }
}
