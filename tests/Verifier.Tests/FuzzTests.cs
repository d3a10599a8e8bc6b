using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;
using CsCheck;

namespace CredentialLedger.Verifier.Tests;

/// <summary>No change of bytes makes anything valid, and none makes an exception.</summary>
public class FuzzTests
{
    private static readonly byte[] Document = File.ReadAllBytes(VectorFiles.Credential + "/good/ecdsa.xml");
    private static readonly byte[] Token = File.ReadAllBytes(VectorFiles.StatusList + "/good/body-a.jwt");

    [Fact]
    public void No_single_changed_byte_of_a_document_is_valid() => Parallel.For(0, Document.Length, at =>
    {
        // One bit; and for a space the change that a copying tool would make.
        foreach (var changed in Document[at] == ' ' ? (byte[])[(byte)(' ' ^ (1 << (at % 8))), (byte)'\n'] : [(byte)(Document[at] ^ (1 << (at % 8)))])
        {
            byte[] bytes = [.. Document];
            bytes[at] = changed;
            Judge(bytes, Token).ShouldNotBe(Overall.Valid, $"byte {at} as {changed}");
        }
    });

    [Fact]
    public void No_certificate_of_a_stranger_s_making_is_believed()
    {
        // The stranger signs, and names, whatever certificate comes out: so all of it is read, up to the chain.
        var der = TestKeys.Stranger.Certificate.RawData;
        var signed = CredentialVector.Forge().Set("KeyId", TestKeys.Stranger.Id).Certify(TestKeys.Stranger);
        var reached = 0;
        for (var at = 0; at < der.Length; at += 3)
        {
            byte[] bytes = [.. der];
            bytes[at] ^= (byte)(1 << (at % 8));
            signed.Set("X509Certificate", Convert.ToBase64String(bytes));
            ((System.Xml.XmlElement)signed.Find("CertDigest").LastChild!).InnerText = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(bytes));
            if (CertificateRules.Load(bytes) is { } readable) signed.Set("IssuerSerialV2", Convert.ToBase64String(IssuerSerial.Of(readable)));
            var verdict = Verify.Document(signed.Sign(TestKeys.Stranger), Trust, Token, Sample.At);
            verdict.Overall.ShouldBe(Overall.Invalid);
            if (verdict.Checks[1].Result is CheckResult.Passed) reached++;
        }

        reached.ShouldBeGreaterThan(der.Length / 6);
    }

    [Fact]
    public void No_single_changed_byte_of_a_status_list_is_valid() => Parallel.For(0, Token.Length, at =>
    {
        byte[] bytes = [.. Token];
        bytes[at] ^= (byte)(1 << (at % 7));
        StatusOf(bytes).ShouldBe(CheckResult.Unknown, $"byte {at}");
    });

    [Fact]
    public void No_beginning_of_a_document_or_token_is_valid()
    {
        for (var length = 0; length < Document.Length; length += 13) Judge(Document[..length], Token).ShouldBe(Overall.Invalid);
        for (var length = 0; length < Token.Length; length += 13) StatusOf(Token[..length]).ShouldBe(CheckResult.Unknown);
    }

    [Fact]
    public void No_mixture_of_the_pieces_of_a_document_is_valid()
    {
        var pieces = System.Text.Encoding.UTF8.GetString(Document).Split('<', StringSplitOptions.RemoveEmptyEntries).Select(p => "<" + p).ToArray();
        Gen.Select(Gen.Int[0, pieces.Length - 1], Gen.Int[0, pieces.Length - 1], Gen.Int[0, 3]).Sample((from, to, how) =>
        {
            var mixed = pieces.ToList();
            if (how == 0) mixed.RemoveAt(from);
            else if (how == 1) mixed.Insert(to, pieces[from]);
            else if (how == 2) mixed[to] = pieces[from];
            else (mixed[from], mixed[to]) = (mixed[to], mixed[from]);
            var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(mixed));
            return bytes.AsSpan().SequenceEqual(Document) || Judge(bytes, Token) is not Overall.Valid;
        }, iter: 2000);
    }

    [Fact]
    public void No_garbage_is_valid() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Judge(bytes, Token) is Overall.Invalid && StatusOf(bytes) is CheckResult.Unknown, iter: 1000);

    private static readonly TrustList Trust = Sample.Trust();

    private static CheckResult StatusOf(byte[] token) => StatusCheck.Run(Sample.Content(TestKeys.BodyA), token, Trust, Sample.At, Sample.At).Result;

    private static Overall Judge(byte[] document, byte[] token) => Verify.Document(document, Trust, token, Sample.At).Overall;
}
