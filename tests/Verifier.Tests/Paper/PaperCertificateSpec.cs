using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests.Paper;

public class PaperCertificateSpec
{
    private static readonly CredentialContent Content = Sample.Content(TestKeys.BodyA);

    private static readonly byte[] Document = Papers.Document(Content), Good = Papers.Of(Document), Status = Sample.Token(TestKeys.BodyA, Sample.ListA);

    private static readonly Trust.TrustList Trust = Sample.Trust();

    [Fact]
    public void A_certificate_is_valid_and_holds_the_document_byte_for_byte()
    {
        Judge(Good).Overall.ShouldBe(Overall.Valid);
        Good.AsSpan().IndexOf(Document).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_issuer_with_a_key_on_RSA_and_an_intermediate_signs_certificates_too()
    {
        var document = CredentialDocument.Sign(Sample.Content(TestKeys.BodyB, "BODY-B"), TestKeys.BodyB.Issuer(), Sample.SignedAt);
        Verify.Document(Papers.Of(document, TestKeys.BodyB), Trust, Sample.Token(TestKeys.BodyB, Sample.ListB), Sample.At).Overall.ShouldBe(Overall.Valid);
    }

    public static TheoryData<string> Bad => [.. Wrong.Keys];

    /// <summary>The codes by which bad certificates are told apart.</summary>
    internal static IEnumerable<string> Told => Wrong.Values.Select(wrong => wrong.Code);

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_certificate_is_told_by_its_code(string which)
    {
        var (file, code, overall) = Wrong[which];
        var verdict = Judge(file());
        verdict.Checks.First(c => c.Result is CheckResult.Failed or CheckResult.Unknown).Code.ShouldBe(code);
        verdict.Overall.ShouldBe(overall);
    }

    [Fact]
    public void The_command_line_tells_bad_certificates_apart_in_both_languages()
    {
        var path = Path.GetTempFileName();
        try
        {
            foreach (var name in new[] { "another certificate's document", "another certificate's document, of another length", "a letter changed on the page", "a scan", "saved by another program", "locked" })
                foreach (var (language, sentence) in new (string, Func<string, string>)[] { ("th", code => Sentences.Thai(code)), ("en", code => Sentences.English(code)) })
                {
                    var (file, code, overall) = Wrong[name];
                    File.WriteAllBytes(path, file());
                    var (exit, output, error) = CommandRun.At(Sample.At, "verify", path, "--trust", VectorFiles.Credential + "/trust.json", "--status", VectorFiles.StatusList + "/good/body-a.jwt", "--lang", language);
                    exit.ShouldBe(overall is Overall.Invalid ? 1 : 2, error);
                    output.ShouldContain(sentence(code));
                }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void No_beginning_of_a_certificate_is_taken_for_a_whole_one()
    {
        for (var length = 5; length < Good.Length; length++) Judge(Good[..length]).Checks[0].Code.ShouldBe(Codes.StructurePdfCutShort, $"{length}");
    }

    [Fact]
    public void No_single_changed_byte_of_a_certificate_is_valid() => Parallel.For(0, Good.Length, at =>
    {
        byte[] bytes = [.. Good];
        bytes[at] ^= (byte)(1 << (at % 8));
        Judge(bytes).Overall.ShouldNotBe(Overall.Valid, $"byte {at}");
    });

    [Fact]
    public void Only_a_credential_as_it_was_issued_is_attached() =>
        Should.Throw<ArgumentException>(() => Papers.Of("<a/>"u8.ToArray()));

    // Each is right in all but what its name says.
    private static readonly Dictionary<string, (Func<byte[]> File, string Code, Overall Overall)> Wrong = new()
    {
        ["another certificate's document"] = (() => Papers.Replaced(Good, Document, Other()), Codes.IntegrityPdfAttachment, Overall.Invalid),
        ["another certificate's document, of another length"] = (() => Swapped(Papers.Document(Content with { Holder = Content.Holder with { NameEn = "Somebody Else" } })), Codes.IntegrityPdfAttachment, Overall.Invalid),
        ["a letter changed on the page"] = (() => Papers.Replaced(Good, "MediaBox[0 0 595", "MediaBox[0 0 596"), Codes.IntegrityPdfChanged, Overall.Invalid),
        ["another time of signing"] = (() => Papers.Replaced(Good, "/M(D:20261120", "/M(D:20261119"), Codes.IntegrityPdfChanged, Overall.Invalid),
        ["another time of the attachment"] = (() => Papers.Replaced(Good, "/ModDate(D:20261120", "/ModDate(D:20261119"), Codes.IntegrityPdfChanged, Overall.Invalid),
        ["no time of the attachment"] = (() => Papers.Replaced(Good, "/ModDate(D:20261120", "/ModDate(D:2026112x"), Codes.StructurePdfNotOriginal, Overall.Undetermined),
        ["the signature of another certificate"] = (() => [.. Good[..Hole.Start], .. Papers.Of(Other())[Hole.Start..Hole.End], .. Good[Hole.End..]], Codes.IntegrityPdfChanged, Overall.Invalid),
        ["no signature"] = (() => [.. Good[..(Hole.Start + 1)], .. Enumerable.Repeat((byte)'0', Hole.End - Hole.Start - 2), .. Good[(Hole.End - 1)..]], Codes.IntegrityPdfSignature, Overall.Invalid),
        ["something hidden behind the signature"] = (() => [.. Good[..(Hole.End - 2)], (byte)'1', .. Good[(Hole.End - 1)..]], Codes.IntegrityPdfSignature, Overall.Invalid),
        ["a page signed by another issuer"] = (() => Papers.Of(Document, TestKeys.BodyC), Codes.IntegrityPdfSigner, Overall.Invalid),
        ["a page signed by a stranger"] = (() => Papers.Of(Document, TestKeys.Stranger), Codes.IntegrityPdfSigner, Overall.Invalid),
        ["a page signed by a key that is not listed"] = (() => Papers.Of(Document, TestKeys.Unlisted), Codes.IntegrityPdfSignerNotListed, Overall.Undetermined),
        ["a page signed after its key's end"] = (() => Papers.Of(Document, TestKeys.Expired), Codes.KeyExpired, Overall.Invalid),
        ["an edited document that its issuer signed a page around"] = (() => Papers.Of(Papers.Replaced(Document, "Somying", "Samying")), Codes.IntegrityDigest, Overall.Invalid),
        ["an update added behind"] = (() => [.. Good, .. "6 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"u8], Codes.StructurePdfAppended, Overall.Invalid),
        ["a byte added behind"] = (() => [.. Good, (byte)'\n'], Codes.StructurePdfAppended, Overall.Invalid),
        ["the last byte cut off"] = (() => Good[..^1], Codes.StructurePdfCutShort, Overall.Invalid),
        ["ranges that leave more out"] = (() => Papers.Replaced(Good, $"{Hole.Start,7} {Hole.End,7} ", $"{Hole.Start,7} {Hole.End + 1,7} "), Codes.StructurePdfRanges, Overall.Invalid),
        ["another table of objects"] = (() => Papers.Replaced(Good, "\nstartxref\n", "\nstartxref\n1"), Codes.StructurePdfRanges, Overall.Invalid),
        ["locked"] = (() => Pdf("trailer\n<</Encrypt 9 0 R>>"), Codes.StructurePdfEncrypted, Overall.Undetermined),
        ["saved by another program"] = (() => Papers.Replaced(Good, "%PDF-1.7", "%PDF-1.4"), Codes.StructurePdfNotOriginal, Overall.Undetermined),
        ["packed by another program"] = (() => Pdf("1 0 obj <</Type/ObjStm>>"), Codes.StructurePdfNotOriginal, Overall.Undetermined),
        ["a length with a leading zero"] = (() => Papers.Replaced(Good, "/Length ", "/Length 0"), Codes.StructurePdfNotOriginal, Overall.Undetermined),
        ["a scan"] = (() => Pdf("1 0 obj <</Type/Catalog>>"), Codes.StructurePdfNothingAttached, Overall.Invalid),
        ["a file over the limit"] = (() => [.. Good, .. new byte[1024 * 1024]], Codes.StructureTooLarge, Overall.Invalid),
    };

    private static (int Start, int End) Hole
    {
        get
        {
            var start = Good.AsSpan().IndexOf("/Contents<"u8) + "/Contents".Length;
            return (start, start + Good.AsSpan(start).IndexOf((byte)'>') + 1);
        }
    }

    // As long as the good one's.
    private static byte[] Other()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950f");
        var other = Papers.Document(Content with { Id = id, Number = CredentialNumber.For(id) });
        other.Length.ShouldBe(Document.Length);
        return other;
    }

    // With the length right, as a careful forger would.
    private static byte[] Swapped(byte[] other) =>
        Papers.Replaced(Papers.Replaced(Good, Document, other), $"/Length {Document.Length}/Params<</Size {Document.Length}/", $"/Length {other.Length}/Params<</Size {other.Length}/");

    private static byte[] Pdf(string inside) => Encoding.ASCII.GetBytes($"%PDF-1.5\n{inside}\n%%EOF\n");

    private static Verdict Judge(byte[] file) => Verify.Document(file, Trust, Status, Sample.At);
}
