using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

public class TrustListTests
{
    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var json = Sample.Trust(allowsTest: true).ToJson();
        var read = TrustList.Parse(json);
        read.ToJson().ShouldBe(json);
        read.AllowsTest.ShouldBeTrue();
        read.Issuers.Select(i => i.Code).ShouldBe(["BODY-A", "BODY-B", "BODY-C"]);
        read.Logs.ShouldBe([TestLog.Policy]);
        read.Issuers[0].Keys[^1].ValidUntil.ShouldBe(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_is_optional_is_read_as_it_was_written()
    {
        var json = Sample.Trust(proofsFrom: new(2026, 12, 1), compromisedFrom: new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero)).ToJson();
        var read = TrustList.Parse(json);
        read.ToJson().ShouldBe(json);
        (read.Issuers[0].ProofsFrom, read.Issuers[1].ProofsFrom).ShouldBe((new DateOnly(2026, 12, 1), null));
        read.Issuers[0].Keys[^1].CompromisedFrom.ShouldBe(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        TrustList.Parse(Sample.Trust(logs: "").ToJson()).Logs.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "not-json", Codes.TrustJson },
        { "array", Codes.TrustJson },
        { "null", Codes.TrustJson },
        { "unknown-member", Codes.TrustJson },
        { "missing-member", Codes.TrustJson },
        { "double-member", Codes.TrustJson },
        { "null-in-array", Codes.TrustJson },
        { "other-format", Codes.TrustFormat },
        { "root-not-base64", Codes.TrustRoot },
        { "root-not-self-signed", Codes.TrustRoot },
        { "time-without-zone", Codes.TrustValue },
        { "key-not-hash", Codes.TrustValue },
        { "key-ends-before-it-begins", Codes.TrustValue },
        { "list-not-http", Codes.TrustValue },
        { "proofs-from-a-moment", Codes.TrustValue },
        { "compromised-without-zone", Codes.TrustValue },
        { "log-null", Codes.TrustJson },
        { "log-not-a-policy", Codes.TrustLog },
        { "log-policy-without-log", Codes.TrustLog },
        { "log-of-two", Codes.TrustTwice },
        { "code-empty", Codes.TrustValue },
        { "code-twice", Codes.TrustTwice },
        { "key-of-two", Codes.TrustTwice },
        { "list-of-two", Codes.TrustTwice },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_list_that_is_not_plain_is_not_taken(string defect, string code) =>
        Should.Throw<TrustListException>(() => TrustList.Parse(Encoding.UTF8.GetBytes(Broken(defect)))).Code.ShouldBe(code);

    [Fact]
    public void A_changed_list_forgets_what_the_first_one_established()
    {
        var document = File.ReadAllBytes(VectorFiles.Credential + "/good/ecdsa.xml");
        var trust = Sample.Trust();
        Verify.Document(document, trust, null, Sample.At).Checks[2].Code.ShouldBe(Codes.IssuerTrusted);
        var other = new TrustList(false, [TestKeys.StrangerRoot.Certificate], trust.Issuers);
        Verify.Document(document, other, null, Sample.At).Checks[2].Code.ShouldBe(Codes.IssuerUntrustedRoot);
        var none = new TrustList(false, [], []);
        Verify.Document(document, none, null, Sample.At).Checks[2].Code.ShouldBe(Codes.IssuerUnknown);
    }

    private static string Broken(string defect)
    {
        var list = JsonNode.Parse(Sample.Trust().ToJson())!.AsObject();
        JsonObject first = list["issuers"]![0]!.AsObject(), second = list["issuers"]![1]!.AsObject();
        var key = first["keys"]![0]!.AsObject();
        switch (defect)
        {
            case "not-json": return "{";
            case "array": return "[]";
            case "null": return "null";
            case "unknown-member": list["extra"] = 1; break;
            case "missing-member": list.Remove("allowsTest"); break;
            case "double-member": return list.ToJsonString().Replace("{\"format\"", "{\"allowsTest\":true,\"format\"", StringComparison.Ordinal);
            case "null-in-array": list["issuers"]!.AsArray().Add(null); break;
            case "other-format": list["format"] = "credentialledger-trust-2"; break;
            case "root-not-base64": list["roots"]![0] = "MII"; break;
            case "root-not-self-signed": list["roots"]![0] = Convert.ToBase64String(TestKeys.BodyA.Certificate.RawData); break;
            case "time-without-zone": key["validFrom"] = "2026-01-01T00:00:00"; break;
            case "key-not-hash": key["keyId"] = "AAAA"; break;
            case "key-ends-before-it-begins": key["validUntil"] = "2000-01-01T00:00:00Z"; break;
            case "list-not-http": first["statusLists"]![0] = "file:///list"; break;
            case "proofs-from-a-moment": first["proofsFrom"] = "2026-12-01T00:00:00Z"; break;
            case "compromised-without-zone": key["compromisedFrom"] = "2026-12-01T00:00:00"; break;
            case "log-null": list["logs"]!.AsArray().Add(null); break;
            case "log-not-a-policy": list["logs"]![0] = "log log.example"; break;
            case "log-policy-without-log": list["logs"]![0] = "quorum none\n"; break;
            case "log-of-two": list["logs"]!.AsArray().Add(TestLog.WithoutWitnesses); break;
            case "code-empty": first["code"] = ""; break;
            case "code-twice": second["code"] = "BODY-A"; break;
            case "key-of-two": second["keys"]![0]!["keyId"] = TestKeys.BodyA.Id; break;
            case "list-of-two": second["statusLists"]![0] = Sample.ListA.AbsoluteUri; break;
            default: throw new ArgumentOutOfRangeException(nameof(defect), defect, null);
        }

        return list.ToJsonString();
    }
}
