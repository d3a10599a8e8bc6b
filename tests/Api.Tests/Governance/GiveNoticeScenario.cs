using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class GiveNoticeScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    // Read once, so that all notices are counted from one day.
    private static readonly DateOnly Today = TimeProvider.System.ThaiToday();

    private static object Notice(int days, string reference = "DG 1") =>
        new { reference, endsOn = Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

    [Fact]
    public async Task Notice_is_given_ninety_days_ahead()
    {
        const string path = "/api/agreement/notice";
        (await ledger.Host.PostAsync("coordinator-ega", path, Notice(91))).ShouldRefuse(403, "identity.duty-missing");
        // Short by more than a day, and long by one, whichever side of midnight the request meets.
        (await ledger.Host.PostAsync("representative-ega", path, Notice(88))).ShouldRefuse(422, "termination.notice-too-short");
        (await ledger.Host.PostAsync("representative-ega", path, Notice(91))).ShouldRecord(1);
        (await ledger.Host.PostAsync("representative-ega", path, Notice(91))).ShouldRecord(0);
        (await ledger.Host.PostAsync("representative-ocsc", path, Notice(400, "NR 2"))).ShouldRefuse(409, "termination.ends-sooner");
        (await ledger.Host.GetAsync("", "/api/agreement")).Json.GetProperty("ends").GetString().ShouldNotBeNull();
    }
}
