using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The one holder, three bodies and fixed moments that the vectors are about.</summary>
internal static class Sample
{
    public static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");
    public static readonly DateTimeOffset SignedAt = new(2026, 11, 20, 3, 4, 5, TimeSpan.Zero);
    public static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    public static readonly Uri ListA = new("https://status.example/body-a/1");
    public static readonly Uri ListB = new("https://status.example/body-b/1");
    public static readonly Uri ListC = new("https://status.example/body-c/1");

    /// <summary>Where body A publishes its keys.</summary>
    public static readonly Uri Issuer = new("https://issuer.example/body-a");

    public const long GoodIndex = 4711, RevokedIndex = 4712, SuspendedIndex = 4713, ThirdIndex = 4714;

    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(i => (byte)(i * 7))];

    public static CredentialContent Content(TestKey key, string code = "BODY-A") => new(
        Id, CredentialNumber.For(Id), new(2026, 11, 20), new(2029, 11, 19), Test: false,
        new(code, "สถาบันตัวอย่าง & คณะ", $"Sample {code} & Partners", key.Id),
        new("สมหญิง ตัวอย่าง", "Somying Tuayang", IdentityHash.Of("1234567890121", Salt)),
        new("TPQI-2560", "SCHEME-1", "ICT-QLIP-401B", 4, "บริหารจัดการระบบเครือข่าย", "Manage networks", new(2026, 11, 18)),
        new("โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของหน่วยงานหนึ่ง หน่วยงานสอง และหน่วยงานสาม", "This project is carried out under the cooperation of Agency One, Agency Two and Agency Three."),
        new(code switch { "BODY-B" => ListB, "BODY-C" => ListC, _ => ListA }, GoodIndex),
        "log.example/credentials");

    /// <summary>A list with the policy of the test log; its parts may be changed.</summary>
    public static TrustList Trust(bool allowsTest = false, DateOnly? proofsFrom = null, DateTimeOffset? compromisedFrom = null, bool fraudulent = false, params string[] logs) => new(allowsTest, [TestKeys.Root.Certificate],
    [
        Body("BODY-A", ListA, proofsFrom, Pin(TestKeys.BodyA), Pin(TestKeys.Expired), Pin(TestKeys.NoUsage), Pin(TestKeys.Authority),
            Pin(TestKeys.UnderLeaf), Pin(TestKeys.P384), Pin(TestKeys.Rsa2048),
            Pin(TestKeys.Retired) with { ValidFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), ValidUntil = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), CompromisedFrom = compromisedFrom, IsFraudulent = fraudulent }),
        Body("BODY-B", ListB, null, Pin(TestKeys.BodyB)),
        Body("BODY-C", ListC, null, Pin(TestKeys.BodyC)),
    ], logs is [] ? [TestLog.Policy] : logs.Where(l => l.Length > 0).ToArray());

    /// <summary>The trust lists of the vectors, by file.</summary>
    public static IReadOnlyDictionary<string, TrustList> Trusts { get; } = new Dictionary<string, TrustList>
    {
        ["trust.json"] = Trust(),
        ["trust-allows-tests.json"] = Trust(allowsTest: true),
        ["trust-without-logs.json"] = Trust(logs: ""),
        ["trust-no-witness.json"] = Trust(logs: TestLog.WithoutWitnesses),
        ["trust-proofs-from.json"] = Trust(proofsFrom: new(2026, 11, 20)),
        ["trust-proofs-from-without-logs.json"] = Trust(proofsFrom: new(2026, 11, 20), logs: ""),
        ["trust-fraudulent.json"] = Trust(fraudulent: true),
        ["trust-compromised.json"] = Trust(compromisedFrom: new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero)),
    };

    /// <summary>A list in which one place each is revoked, suspended and of the third, unassigned value.</summary>
    public static StatusList List()
    {
        var list = new StatusList(131072);
        list[RevokedIndex] = StatusValue.Invalid;
        list[SuspendedIndex] = StatusValue.Suspended;
        list[ThirdIndex] = (StatusValue)3;
        return list;
    }

    public static byte[] Token(TestKey key, Uri list) =>
        StatusListToken.Sign(List(), list, key.Issuer(), At.AddHours(-2), At.AddDays(1), TimeSpan.FromHours(12));

    private static TrustedKey Pin(TestKey key) => new(key.Id, TestAuthority.From, null);

    private static TrustedIssuer Body(string code, Uri list, DateOnly? proofsFrom, params TrustedKey[] keys) =>
        new(code, "สถาบัน " + code, "Body " + code, keys, [list], TestLog.Origin, proofsFrom);
}
