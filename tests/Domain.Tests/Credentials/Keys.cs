using CredentialLedger.Domain.Credentials;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

/// <summary>The signing keys that specs speak of: the body's, the one that follows it, and another body's.</summary>
internal static class Keys
{
    public const string Key = "85MOuVXYTCQOLS-Qfxoz9_MNWvi1s3QGgOpA2w03Cls", Next = "hOrdazV7us4Ttq4nhKdhUZA_1bP7kdTFIcijxf7PXW0", Foreign = "L0eXfmTq9c5z135Y2BqDnFGodK_et9GN7UN4ArmAcxE";

    public static readonly string Certificate = new('d', 64);

    public static readonly SigningKeyRegistered KeyRegistered = new(Key, Body, KeyAlgorithm.Ecdsa, Certificate, Yesterday, Auditor);
    public static readonly SigningKeyRegistered NextKeyRegistered = KeyRegistered with { Key = Next, From = Tomorrow };
    public static readonly SigningKeyRegistered ForeignKeyRegistered = KeyRegistered with { Key = Foreign, Organisation = OtherBody };
    public static readonly SigningKeyRotated KeyRotated = new(Key, Next, Tomorrow, Auditor);
    public static readonly SigningKeyCeased KeyCeased = new(Key, Tomorrow, Auditor);
    public static readonly SigningKeyCompromised KeyCompromised = new(Key, Yesterday, Today, "TPQI 7/2570", Auditor);
    public static readonly SigningKeyDeclaredFraudulent KeyDeclaredFraudulent = new(Key, Today, "TPQI 9/2570", Auditor);
}
