using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Schema;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Oracle;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

public class CredentialDocumentTests
{
    public static TheoryData<IndexEntry> Good => [.. VectorFiles.Index(VectorFiles.Credential).Where(e => e.Overall == "valid")];

    [Fact]
    public void What_was_signed_is_what_is_read()
    {
        var content = Sample.Content(TestKeys.BodyA);
        var verdict = Verify.Document(Signed(content), Sample.Trust(), Sample.Token(TestKeys.BodyA, Sample.ListA), Sample.At);
        verdict.Overall.ShouldBe(Overall.Valid);
        verdict.Content.ShouldBe(content);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void The_bytes_are_their_own_canonical_form(IndexEntry entry)
    {
        var bytes = File.ReadAllBytes(VectorFiles.Credential + "/" + entry.File);
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Encoding.UTF8.GetString(bytes));
        CanonicalForm.Of(document).ShouldBe(bytes);
    }

    [Fact]
    public void The_bytes_are_those_that_SignedXml_makes_of_a_DOM()
    {
        // RSA signs the same bytes to the same value, whoever canonicalized them.
        var (key, chance) = (TestKeys.BodyB.Issuer(), new Random(20261129));
        for (var i = 0; i < 200; i++)
        {
            var content = RandomContent.Of(Sample.Content(TestKeys.BodyB, "BODY-B"), chance);
            var at = Sample.SignedAt.AddSeconds(chance.Next());
            var bytes = CredentialDocument.Sign(content, key, at);
            Encoding.UTF8.GetString(bytes).ShouldBe(Encoding.UTF8.GetString(DomSigner.Sign(content, key, at)));
        }
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Fits_the_schema(IndexEntry entry) => SchemaFaults(File.ReadAllText(VectorFiles.Credential + "/" + entry.File)).ShouldBeEmpty();

    [Fact]
    public void The_schema_refuses_what_the_reader_refuses_by_value_alone()
    {
        // What no schema can say: that two values fit each other, or that a text is in its one spelling.
        string[] beyond = ["number-of-another", "number-check-code", "period-reversed", "list-not-normal", "name-with-direction-mark",
            "signing-time-with-offset", "mime-type", "base64-spaces", "base64-spare-bits"];
        foreach (var entry in VectorFiles.Index(VectorFiles.Credential).Where(e => e.Code == Codes.StructureValue))
        {
            var isBeyond = beyond.Any(name => entry.File.EndsWith($"/value-{name}.xml", StringComparison.Ordinal));
            SchemaFaults(File.ReadAllText(VectorFiles.Credential + "/" + entry.File)).Any().ShouldBe(!isBeyond, entry.File);
        }
    }

    [Fact]
    public void The_signing_time_is_cut_to_whole_seconds_in_utc()
    {
        var bytes = CredentialDocument.Sign(Sample.Content(TestKeys.BodyA), TestKeys.BodyA.Issuer(), new(2026, 11, 20, 10, 4, 5, 999, TimeSpan.FromHours(7)));
        new Forge(bytes).Find("SigningTime").InnerText.ShouldBe("2026-11-20T03:04:05Z");
    }

    [Fact]
    public void Content_that_the_format_cannot_carry_is_not_signed()
    {
        var good = Sample.Content(TestKeys.BodyA);
        CredentialContent[] bad =
        [
            good with { Number = CredentialNumber.For(Guid.Empty) },
            good with { ValidUntil = good.ValidFrom.AddDays(-1) },
            good with { LogOrigin = "" },
            good with { Issuer = good.Issuer with { KeyId = TestKeys.BodyC.Id } },
            good with { Holder = good.Holder with { NameTh = " สมหญิง" } },
            good with { Holder = good.Holder with { NameTh = "สม\0หญิง" } },
            good with { Holder = good.Holder with { NameTh = "half \ud83d" } },
            good with { Holder = good.Holder with { NameEn = new string('x', 501) } },
            good with { Holder = good.Holder with { Identity = new(new byte[8], new byte[32]) } },
            good with { Achievement = good.Achievement with { Level = 0 } },
            good with { Programme = new("", good.Programme.NoticeEn) },
            good with { Programme = good.Programme with { NoticeEn = new string('x', 2001) } },
            good with { Status = new(new("ftp://status.example/1"), 1) },
            good with { Status = new(new("relative", UriKind.Relative), 1) },
            good with { Status = new(new("https://st\ufffdtus.example/1"), 1) },
            good with { Status = new(new("https://สถานะ.example/1"), 1) },
            good with { Status = new(Sample.ListA, -1) },
        ];
        foreach (var content in bad) Should.Throw<ArgumentException>(() => Signed(content));
    }

    [Fact]
    public void A_key_of_another_kind_or_another_certificate_is_not_taken()
    {
        Should.Throw<ArgumentException>(() => TestKeys.P384.Issuer());
        Should.Throw<ArgumentException>(() => TestKeys.Rsa2048.Issuer());
        Should.Throw<ArgumentException>(() => new IssuerKey(TestKeys.BodyA.Certificate, [], TestKeys.BodyC.Private));
        Should.Throw<ArgumentException>(() => IssuerKey.FromPem("", ""));
    }

    [Theory]
    [InlineData("body-a")]
    [InlineData("body-b")]
    public void A_key_is_read_from_pem(string name)
    {
        using var key = IssuerKey.FromPem(
            File.ReadAllText(Repository.Vectors("keys", name + ".cert.pem")), File.ReadAllText(Repository.Vectors("keys", name + ".key.pem")));
        key.KeyId.ShouldBe(name == "body-a" ? TestKeys.BodyA.Id : TestKeys.BodyB.Id);
    }

    [Fact]
    public void The_hash_of_a_national_id_is_sha256_of_salt_and_digits()
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        var hash = IdentityHash.Of("1234567890121", salt);
        hash.Value.ShouldBe(SHA256.HashData([.. salt, .. "1234567890121"u8]));
        hash.Matches("1234567890121").ShouldBeTrue();
        hash.Matches("2345678901234").ShouldBeFalse();
        Should.Throw<ArgumentException>(() => IdentityHash.Of("1234567890121", new byte[15]));
    }

    private static byte[] Signed(CredentialContent content) => CredentialDocument.Sign(content, TestKeys.BodyA.Issuer(), Sample.SignedAt);

    private static List<string> SchemaFaults(string xml)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, XmlResolver = null };
        settings.Schemas.XmlResolver = null;
        settings.Schemas.Add(null, Path.Combine(Repository.Root, "docs", "formats", "credential.xsd"));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read()) { }
        return faults;
    }
}
