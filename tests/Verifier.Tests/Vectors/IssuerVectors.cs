using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Whole and unchanged, but not by a key that the trust list pins to the issuer the document names.</summary>
internal static class IssuerVectors
{
    public static readonly CredentialVector[] All =
    [
        Open("issuer/unknown", Codes.IssuerUnknown, "A body of another programme, honestly named: the verifier knows nothing of it.", () => By(TestKeys.Stranger, "STRANGER"), Xmlsec.Refuses),
        Refused("issuer/impersonated", Codes.IssuerUntrustedRoot, "A stranger with a root of its own who takes a listed name.", () => By(TestKeys.Stranger), Xmlsec.Refuses),
        Open("issuer/unknown-body", Codes.IssuerUnknown, "A certificate under the trusted root, and a name that the list does not have.", () => By(TestKeys.Unlisted, "BODY-X"), Xmlsec.Accepts),
        Open("issuer/key-not-listed", Codes.IssuerKeyNotListed, "A certificate under the trusted root, a listed name, and a key that the list does not have: it may be a new one.", () => By(TestKeys.Unlisted), Xmlsec.Accepts),
        Refused("issuer/mismatch", Codes.IssuerMismatch, "Body C signs in the name of body A.", () => By(TestKeys.BodyC), Xmlsec.Accepts),
        Refused("issuer/mismatch-unlisted-name", Codes.IssuerMismatch, "Body C signs in a name that the list does not have.", () => By(TestKeys.BodyC, "BODY-X"), Xmlsec.Accepts),
        Refused("issuer/key-id-of-another", Codes.IssuerKeyId, "The document names another key than the one that signed.", () => Forge().Set("KeyId", TestKeys.BodyC.Id).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("issuer/certificate-by-leaf", Codes.IssuerChain, "A certificate issued by body A's own, which is no authority.", () => By(TestKeys.UnderLeaf), Xmlsec.Refuses),
        Refused("issuer/missing-intermediate", Codes.IssuerUntrustedRoot, "Body B without the certificate between it and the root.", () => By(TestKeys.BodyB with { Above = [] }, "BODY-B"), Xmlsec.Refuses),
        Refused("issuer/with-root", Codes.IssuerChain, "The root itself is among the certificates.", () => By(TestKeys.BodyA with { Above = [TestKeys.Root.Certificate] })),
        Refused("issuer/extra-certificate", Codes.IssuerChain, "A certificate that is not on the way to the root.", () => By(TestKeys.BodyA with { Above = [TestKeys.Intermediate.Certificate] })),
        Refused("issuer/not-for-signing", Codes.IssuerCertificateUsage, "The key usage is key agreement only.", () => By(TestKeys.NoUsage)),
        Refused("issuer/authority-signs", Codes.IssuerCertificateUsage, "An authority's certificate signs a document.", () => By(TestKeys.Authority)),
        Refused("issuer/test-not-allowed", Codes.IssuerTestNotAllowed, "A test document where the trust list allows none.",
            () => GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { Test = true }), Xmlsec.Accepts),
    ];

    private static byte[] By(TestKey key, string code = "BODY-A") => GoodVectors.Signed(key, Sample.Content(key, code));
}

/// <summary>By the right body, at the wrong time.</summary>
internal static class TimeVectors
{
    public static readonly CredentialVector[] All =
    [
        Refused("key-validity/certificate-not-yet-valid", Codes.KeyNotYetValid, "Signed before the certificate began.", () => At(TestKeys.BodyA, new(2024, 12, 31, 23, 59, 59, TimeSpan.Zero))),
        Refused("key-validity/certificate-expired", Codes.KeyExpired, "Signed after the certificate ended.", () => At(TestKeys.Expired, Sample.SignedAt)),
        Refused("key-validity/before-pinned", Codes.KeyNotYetTrusted, "Signed before the trust list has the key.", () => At(TestKeys.Retired, new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero))),
        Refused("key-validity/after-pinned", Codes.KeyNoLongerTrusted, "Signed at the very second in which the trust list ends the key.", () => At(TestKeys.Retired, new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero))),
        Refused("dates/expired", Codes.DatesExpired, "The last day was yesterday.", () => Dates(new(2026, 1, 1), new(2026, 11, 21)), Xmlsec.Accepts),
        Refused("dates/not-yet-valid", Codes.DatesNotYetValid, "The first day is tomorrow.", () => Dates(new(2026, 11, 23), null), Xmlsec.Accepts),
        Refused("dates/not-yet-issued", Codes.DatesNotYetIssued, "Signed later than the moment asked.", () => At(TestKeys.BodyA, Sample.At.AddHours(1)), Xmlsec.Accepts),
        Status("revoked", Overall.Invalid, Codes.StatusRevoked, "Revoked.", Sample.RevokedIndex),
        Status("suspended", Overall.Invalid, Codes.StatusSuspended, "Suspended.", Sample.SuspendedIndex),
        Status("unassigned-value", Overall.Undetermined, Codes.StatusUnrecognised, "A status value without a meaning.", Sample.ThirdIndex),
        Status("index-out-of-range", Overall.Undetermined, Codes.StatusIndexOutOfRange, "A place that the list does not have.", 131072),
    ];

    private static byte[] At(TestKey key, DateTimeOffset moment) => GoodVectors.Signed(key, Sample.Content(key), moment);

    private static byte[] Dates(DateOnly from, DateOnly? until) =>
        GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { ValidFrom = from, ValidUntil = until });

    private static CredentialVector Status(string name, Overall overall, string code, string why, long index) =>
        new($"status/{name}.xml", overall, code, why, Xmlsec.Accepts,
            () => GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { Status = new(Sample.ListA, index) }));
}
