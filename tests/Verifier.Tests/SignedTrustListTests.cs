using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

public sealed class SignedTrustListTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        key.Dispose();
        other.Dispose();
    }

    [Fact]
    public void What_was_signed_is_what_is_read() => SignedTrustList.Open(Signed(), key, Sample.At).ToJson().ShouldBe(Sample.Trust().ToJson());

    [Theory]
    [InlineData("another-key", Codes.TrustSignature)]
    [InlineData("changed-payload", Codes.TrustSignature)]
    [InlineData("alg-none", Codes.TrustSignature)]
    [InlineData("without-signature", Codes.TrustSignature)]
    [InlineData("cut-off", Codes.TrustSignature)]
    [InlineData("line-break", Codes.TrustJson)]
    [InlineData("expired", Codes.TrustStale)]
    [InlineData("of-tomorrow", Codes.TrustStale)]
    public void Anything_else_is_refused(string defect, string code)
    {
        var parts = Encoding.ASCII.GetString(Signed()).Split('.');
        var (token, at) = defect switch
        {
            "changed-payload" => ($"{parts[0]}.{Again(parts[1], "BODY-A", "BODY-X")}.{parts[2]}", Sample.At),
            "alg-none" => ($"{Again(parts[0], "ES256", "none")}.{parts[1]}.", Sample.At),
            "without-signature" => ($"{parts[0]}.{parts[1]}", Sample.At),
            "cut-off" => (string.Join('.', parts)[..^4], Sample.At),
            "line-break" => (string.Join('.', parts) + "\n", Sample.At),
            "expired" => (string.Join('.', parts), Sample.At.AddDays(1)),
            "of-tomorrow" => (string.Join('.', parts), Sample.At.AddDays(-1)),
            _ => (string.Join('.', parts), Sample.At),
        };
        Should.Throw<TrustListException>(() => SignedTrustList.Open(Encoding.ASCII.GetBytes(token), defect == "another-key" ? other : key, at)).Code.ShouldBe(code);
    }

    private byte[] Signed() => SignedTrustList.Sign(Sample.Trust(), new() { ["iss"] = "did:web:trust.example" }, key, Sample.At.AddHours(-1), Sample.At.AddDays(1));

    private static string Again(string part, string from, string to) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)).Replace(from, to, StringComparison.Ordinal)));
}
