using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Receipts;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests.Fuzz;

/// <summary>One of the library's ways in.</summary>
/// <param name="Name">Which.</param>
/// <param name="Corpus">Good files, of which mutants are made; each of them is taken.</param>
/// <param name="Takes">Whether it takes a file for good.</param>
/// <param name="IsHonest">Whether a file that is taken says what the good ones say.</param>
internal sealed record Parser(string Name, IReadOnlyList<byte[]> Corpus, Func<byte[], bool> Takes, Func<byte[], bool> IsHonest)
{
    private static readonly TrustList Trust = Sample.Trust(allowsTest: true);

    private static readonly Dictionary<string, byte[]> Status = new() { ["BODY-A"] = Sample.Token(TestKeys.BodyA, Sample.ListA), ["BODY-B"] = Sample.Token(TestKeys.BodyB, Sample.ListB), ["BODY-C"] = Sample.Token(TestKeys.BodyC, Sample.ListC) };

    private static readonly ECDsa Publisher = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static IReadOnlyList<Parser> All { get; } = [Xml(), Tokens("VC-JWT", VectorFiles.VcJwt, "*.jwt"), Tokens("SD-JWT", VectorFiles.SdJwt, "*.sd-jwt"), Badge(), Paper(), StatusLists(), Bitstrings(), Lists(), SignedLists(), KeyLinks(), Receipts(), Notes(), Proofs(), Policies(), Bundles()];

    private static byte[][] Good(string folder, string pattern) => [.. Directory.GetFiles(Path.Combine(folder, "good"), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    // Proofs are no part of what the issuer signs: they may be fewer, and have signatures of their own.
    private static Parser Xml()
    {
        var corpus = Good(VectorFiles.Credential, "*.xml");
        var signed = corpus.Select(c => Convert.ToBase64String(CredentialProofs.Strip(c))).ToHashSet();
        return new("XML", corpus, IsValid, file => signed.Contains(Convert.ToBase64String(CredentialProofs.Strip(file))));
    }

    // A holder may show fewer disclosures, and in another order: each of those shown is the issuer's.
    private static Parser Tokens(string name, string folder, string pattern)
    {
        var corpus = Good(folder, pattern);
        var issued = corpus.Select(c => Encoding.ASCII.GetString(c).Split('~')).ToArray();
        return new(name, corpus, IsValid, file => Encoding.ASCII.GetString(file).Split('~') is var shown && issued.Any(parts => parts[0] == shown[0] && shown.All(parts.Contains)));
    }

    private static Parser Badge()
    {
        var good = BakedBadge.Sign(Pictures.Plain(), Sample.Content(TestKeys.BodyA), TestKeys.BodyA.Issuer(), Sample.Issuer, Sample.SignedAt);
        return Whole("PNG", [good], IsValid);
    }

    private static Parser Paper() => Whole("PDF", [Papers.Of(Sample.Content(TestKeys.BodyA))], IsValid);

    private static Parser StatusLists() => Whole("status list", [Status["BODY-A"]], file => Verify.StatusList(file, Sample.ListA, Trust, Sample.At).Check.Result is CheckResult.Passed);

    private static Parser Bitstrings()
    {
        var document = Good(VectorFiles.Credential, "ecdsa.xml")[0];
        var corpus = Good(VectorFiles.StatusBitstring, "*.jwts");
        var tokens = corpus.SelectMany(c => Encoding.ASCII.GetString(c).TrimEnd('\n').Split('\n')).ToHashSet();
        return new("bitstring lists", corpus, file => Verify.Document(document, Trust, file, Sample.At).Overall is Overall.Valid,
            file => Encoding.ASCII.GetString(file).Split('\n').All(tokens.Contains));
    }

    // An unsigned list says what its owner wants; what is read is written and read the same.
    private static Parser Lists() => new("trust list", [.. Sample.Trusts.Values.Select(t => t.ToJson())], file => Read<TrustListException, TrustList>(() => TrustList.Parse(file)) is not null,
        file => TrustList.Parse(file).ToJson() is var written && TrustList.Parse(written).ToJson().AsSpan().SequenceEqual(written));

    private static Parser SignedLists()
    {
        var good = SignedTrustList.Sign(Sample.Trust(), [], Publisher, Sample.At.AddHours(-1), Sample.At.AddDays(1));
        return Whole("signed trust list", [good], file => Read<TrustListException, TrustList>(() => SignedTrustList.Open(file, Publisher, Sample.At)) is not null);
    }

    // What leads on from the publisher's key leads to the one key that it named.
    private static Parser KeyLinks()
    {
        byte[] link = [.. TrustKeyChain.Link("did:web:ledger.example", (ECDsa)TestKeys.BodyC.Private, Sample.At, Publisher, Sample.At), (byte)'\n'];
        var next = SignedTrustList.KeyIdOf((ECDsa)TestKeys.BodyC.Private);
        return new("key links", [link], file => TrustKeyChain.Follow(Publisher, file).Links.Length > 0, file => SignedTrustList.KeyIdOf(TrustKeyChain.Follow(Publisher, file).Last) == next);
    }

    private static Parser Receipts()
    {
        var document = Good(VectorFiles.Credential, "ecdsa.xml")[0];
        LedgerKey[] keys = [new((ECDsa)TestKeys.BodyC.Private, null, null, false)];
        return Whole("receipt", [File.ReadAllBytes(VectorFiles.Receipt + "/good/valid.jwt")], file => ReceiptCheck.Run(file, keys, Trust, document, Sample.At).Together is Overall.Valid);
    }

    // Signatures of strangers under a note say nothing.
    private static Parser Notes()
    {
        var note = TestLog.Proof([TestLog.Seed(1), TestLog.Seed(2), TestLog.Seed(3)], 1, TestLog.Signer, [.. TestLog.Witnesses.Select(w => (w, Sample.SignedAt))]).Note;
        return new("note", [note.ToBytes()], file => Read<LogFormatException, SignedNote>(() => SignedNote.Parse(file)) is { } read && Read<LogFormatException, SignedNote>(() => read.IsSignedBy(TestLog.Signer.Key) ? read : null) is not null,
            file => SignedNote.Parse(file).Text == note.Text);
    }

    private static Parser Proofs()
    {
        byte[][] leaves = [.. Enumerable.Range(1, 7).Select(i => TestLog.Seed((byte)i))];
        var proof = TestLog.Proof(leaves, 4, TestLog.Signer, [.. TestLog.Witnesses.Select(w => (w, Sample.SignedAt))]);
        var policy = TlogPolicy.Parse(TestLog.Policy);
        return new("log proof", [Encoding.UTF8.GetBytes(proof.ToString())], file => Read<LogFormatException, object>(() => TlogProof.Parse(file).Verify(leaves[4], policy, Sample.At)) is not null,
            file => TlogProof.Parse(file) is var read && read.Index == 4 && read.Note.Text == proof.Note.Text);
    }

    private static Parser Policies() => new("log policy", [Encoding.UTF8.GetBytes(TestLog.Policy), Encoding.UTF8.GetBytes(TestLog.WithoutWitnesses)],
        file => Read<LogFormatException, TlogPolicy>(() => TlogPolicy.Parse(Encoding.UTF8.GetString(file))) is not null, _ => true);

    private static Parser Bundles()
    {
        var folder = Repository.Vectors("evidence");
        byte[][] corpus = [.. Directory.GetFiles(folder, "good*.zip").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        return Whole("evidence bundle", corpus, file => EvidenceCheck.Run(file, Trust, Sample.At).Overall is Overall.Valid);
    }

    private static Parser Whole(string name, byte[][] corpus, Func<byte[], bool> isGood) => new(name, corpus, isGood, file => corpus.Any(c => c.AsSpan().SequenceEqual(file)));

    private static bool IsValid(byte[] file)
    {
        var first = Verify.Document(file, Trust, null, Sample.At);
        return first.Content is { } content && Status.TryGetValue(content.Issuer.Code, out var status) && Verify.Document(file, Trust, status, Sample.At).Overall is Overall.Valid;
    }

    private static T? Read<TFault, T>(Func<T?> read) where TFault : Exception where T : class
    {
        try
        {
            return read();
        }
        catch (TFault)
        {
            return null;
        }
    }
}
