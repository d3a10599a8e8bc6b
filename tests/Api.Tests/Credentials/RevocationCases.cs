using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>Cases of revocation against the sample credential, whose holder has a sign-in, as far as a scenario needs them.</summary>
internal static class RevocationCases
{
    /// <summary>The credential's and the holder's addresses.</summary>
    public static (string Credential, string Own) Paths(this DemoLedger demo) =>
        ($"/api/credentials/{demo.Credential}", $"/api/people/{DemoLedger.Candidate}/credentials/{demo.Credential}");

    /// <summary>A notice that gives thirty days, on the ground of fraud.</summary>
    public static object Notice(int days = 30, string ground = "fraud", string? particulars = "ใช้ผลงานของผู้อื่น") =>
        new { ground, particulars, answerUntil = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Whoever issued gives notice.</summary>
    public static async Task NotifiedAsync(this DemoLedger demo) =>
        (await demo.Host.PostAsync("issuer", $"{demo.Paths().Credential}/revocation/notice", Notice())).ShouldRecord(1);

    /// <summary>And the holder answers.</summary>
    public static async Task AnsweredAsync(this DemoLedger demo)
    {
        await demo.NotifiedAsync();
        (await demo.Host.PostAsync("holder", $"{demo.Paths().Own}/answer", new { answer = "เป็นผลงานของข้าพเจ้า" })).ShouldRecord(1);
    }

    /// <summary>And somebody else decides.</summary>
    public static async Task RevokedAsync(this DemoLedger demo)
    {
        await demo.AnsweredAsync();
        (await demo.Host.PostAsync("revoker", $"{demo.Paths().Credential}/revocation/decision", new { ruling = "revoked", reasons = "ฟังไม่ขึ้น" })).ShouldRecord(1);
    }

    /// <summary>And the holder appeals.</summary>
    public static async Task AppealedAsync(this DemoLedger demo)
    {
        await demo.RevokedAsync();
        (await demo.Host.PostAsync("holder", $"{demo.Paths().Own}/appeal", new { reasons = "ไม่ได้ดูหนังสือรับรอง" })).ShouldRecord(1);
    }
}
