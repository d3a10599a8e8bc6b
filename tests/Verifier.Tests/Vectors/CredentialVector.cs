using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>What xmlsec1 says of a vector, where that is held: it looks at less than the verifier does.</summary>
public enum Xmlsec
{
    NotAsserted,
    Accepts,
    Refuses,
}

/// <summary>One committed document: what the verifier must answer, why, and how it was made.</summary>
internal sealed record CredentialVector(string File, Overall Overall, string Code, string Why, Xmlsec Xmlsec, Func<byte[]> Make, string Trust = "trust.json")
{
    private static readonly Lazy<byte[]> GoodBytes = new(() => GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA)));

    /// <summary>The good document that defects are put into; one for all vectors of a rewriting.</summary>
    public static byte[] Good => GoodBytes.Value;

    public static Forge Forge() => new(Good);

    public static IEnumerable<CredentialVector> All =>
    [
        .. GoodVectors.All, .. ReadingVectors.All, .. WrappingVectors.All, .. SignatureFormVectors.All, .. ValueVectors.All,
        .. RewrittenVectors.All, .. IntegrityVectors.All, .. IssuerVectors.All, .. TimeVectors.All,
        .. LogShapeVectors.All, .. LogVectors.All, .. ProvenTimeVectors.All,
    ];

    public static CredentialVector Refused(string file, string code, string why, Func<byte[]> make, Xmlsec xmlsec = Xmlsec.NotAsserted) =>
        new(file + ".xml", Overall.Invalid, code, why, xmlsec, make);

    public static CredentialVector Open(string file, string code, string why, Func<byte[]> make, Xmlsec xmlsec = Xmlsec.NotAsserted) =>
        new(file + ".xml", Overall.Undetermined, code, why, xmlsec, make);
}
