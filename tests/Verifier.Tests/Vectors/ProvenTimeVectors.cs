using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>What a proven time is worth: where a proof is asked for, and where the key has ended or is compromised.</summary>
internal static class ProvenTimeVectors
{
    private const string Asked = "trust-proofs-from.json", Stolen = "trust-compromised.json", Deceit = "trust-fraudulent.json";

    public static readonly CredentialVector[] All =
    [
        Valid("log/proofs-from-proven", Codes.LogProven, "Signed on the day from which proofs are asked for, with its proof.", Asked, () => LogScene.Of(CredentialVector.Good).Document()),
        Unsure("log/proofs-from-unproven", Codes.LogMissing, "Signed on that day, without a proof.", Asked, () => CredentialVector.Good),
        Valid("log/proofs-from-later", Codes.LogClaimed, "Signed in the last second of the day before, in Thailand, without a proof.", Asked, () => At(TestKeys.BodyA, "2026-11-19T16:59:59Z")),
        Unsure("log/proofs-from-without-policy", Codes.LogNoPolicy, "With a proof that is asked for, but the trust list has no policy of its log.", "trust-proofs-from-without-logs.json", () => LogScene.Of(CredentialVector.Good).Document()),
        Valid("log/without-policy", Codes.LogClaimed, "With a proof that is not asked for, and the trust list has no policy of its log: the time is claimed.", "trust-without-logs.json", () => LogScene.Of(CredentialVector.Good).Document()),
        Valid("log/no-witness-asked", Codes.LogIncluded, "In the log; the policy asks for no witness, so the time is claimed.", "trust-no-witness.json", () => LogScene.Of(CredentialVector.Good).Document()),

        Valid("key-validity/ended-proven-before", Codes.KeyProven, "The key ended in June; witnesses saw the signature in May.", "trust.json", () => Proven("2026-05-30T00:00:00Z", "2026-05-31T23:59:59Z")),
        Unsure("key-validity/ended-proven-after", Codes.KeyEndedUnproven, "The key ended in June; it claims to have signed in May, and witnesses saw it in June.", "trust.json", () => Proven("2026-05-30T00:00:00Z", "2026-06-01T00:00:00Z")),
        Unsure("key-validity/ended-unproven", Codes.KeyEndedUnproven, "The key ended in June; it claims to have signed in May, and nothing proves it.", "trust.json", () => At(TestKeys.Retired, "2026-05-30T00:00:00Z")),
        Unsure("key-validity/certificate-ended-unproven", Codes.KeyEndedUnproven, "The certificate ended with 2025; it claims to have signed in 2025, and nothing proves it.", "trust.json", () => At(TestKeys.Expired, "2025-12-30T00:00:00Z")) with { Xmlsec = Xmlsec.Refuses },
        Valid("key-validity/compromised-proven-before", Codes.KeyProven, "Compromised from May on; witnesses saw the signature in April.", Stolen, () => Proven("2026-04-20T00:00:00Z", "2026-04-30T23:59:59Z")),
        Unsure("key-validity/compromised-proven-after", Codes.KeyCompromisedUnproven, "Compromised from May on; it claims to have signed in April, and witnesses saw it in May.", Stolen, () => Proven("2026-04-20T00:00:00Z", "2026-05-01T00:00:00Z")),
        Unsure("key-validity/compromised-unproven", Codes.KeyCompromisedUnproven, "Compromised from May on; it claims to have signed in April, as any thief would.", Stolen, () => At(TestKeys.Retired, "2026-04-20T00:00:00Z")),
        Valid("key-validity/fraudulent-proven", Codes.KeyFraudulent, "The key never was the body's; that witnesses saw the signature in April does not help.", Deceit, () => Proven("2026-04-20T00:00:00Z", "2026-04-30T23:59:59Z")) with { Overall = Overall.Invalid },
        Valid("key-validity/compromised-claimed-after", Codes.KeyCompromised, "Compromised from May on; it claims to have signed in May.", Stolen, () => At(TestKeys.Retired, "2026-05-01T00:00:00Z")) with { Overall = Overall.Invalid },
    ];

    private static byte[] At(TestKey key, string moment) => GoodVectors.Signed(key, Sample.Content(key), DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    private static byte[] Proven(string signed, string seen) => LogScene.Of(At(TestKeys.Retired, signed), DateTimeOffset.Parse(seen, System.Globalization.CultureInfo.InvariantCulture)).Document();

    private static CredentialVector Valid(string name, string code, string why, string trust, Func<byte[]> make) => new(name + ".xml", Overall.Valid, code, why, Xmlsec.Accepts, make, trust);

    private static CredentialVector Unsure(string name, string code, string why, string trust, Func<byte[]> make) => Valid(name, code, why, trust, make) with { Overall = Overall.Undetermined };
}
