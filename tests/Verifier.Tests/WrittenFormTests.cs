using System.Text;
using System.Text.RegularExpressions;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Oracle;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests;

/// <summary>A document is written as text; SignedXml and exclusive canonicalization make the same bytes of the same content.</summary>
public partial class WrittenFormTests
{
    [Fact]
    public void SignedXml_writes_the_same_bytes()
    {
        foreach (var key in new[] { TestKeys.BodyA, TestKeys.BodyB, TestKeys.BodyC })
        {
            foreach (var content in Contents(key))
            {
                var (written, made) = (CredentialDocument.Sign(content, key.Issuer(), Sample.SignedAt), SignedXmlSigner.Sign(content, key.Issuer(), Sample.SignedAt));
                // An ECDSA signature is another each time; of RSA by PKCS#1 v1.5 there is one.
                if (key.Private is System.Security.Cryptography.RSA) written.ShouldBe(made);
                else Unvalued(written).ShouldBe(Unvalued(made));
            }
        }
    }

    private static CredentialContent[] Contents(TestKey key)
    {
        var good = Sample.Content(key);
        return
        [
            good,
            good with { ValidUntil = null, Test = true },
            good with { Holder = good.Holder with { NameEn = null }, Achievement = good.Achievement with { Level = null } },
            good with { Holder = good.Holder with { NameTh = "a & b < c > d \" e ' f", NameEn = "กำ 𝒳 é" } },
            good with { Status = new(new("https://status.example/a%20b/1?x=1&y=2"), 1L << 40) },
        ];
    }

    private static string Unvalued(byte[] document) => Value().Replace(Encoding.UTF8.GetString(document), "");

    [GeneratedRegex("<SignatureValue>[^<]*</SignatureValue>")]
    private static partial Regex Value();
}
