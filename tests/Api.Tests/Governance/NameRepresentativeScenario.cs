using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class NameRepresentativeScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    private const string Path = "/api/agreement/representatives";

    [Fact]
    public async Task A_representative_names_the_next_and_keeps_the_right_until_then()
    {
        var person = await ledger.PersonAsync(3004);
        (await ledger.Host.PostAsync("coordinator-ega", Path, new { person, from = "2099-01-01" })).ShouldRefuse(403, "identity.duty-missing");
        (await ledger.Host.PostAsync("representative-ega", Path, new { person, from = "2020-01-01" })).ShouldRefuse(422, "representative.past-date");
        (await ledger.Host.PostAsync("representative-ega", Path, new { person = Guid.NewGuid(), from = "2099-01-01" })).ShouldRefuse(404, "person.missing");
        (await ledger.Host.PostAsync("representative-ega", Path, new { person = "d0000000-0000-4000-8000-0000000000b1", from = "2099-01-01" })).ShouldRefuse(409, "representative.of-another-party");
        (await ledger.Host.PostAsync("representative-ega", Path, new { person, from = "2099-01-01" })).ShouldRecord(1);
        (await ledger.Host.PostAsync("representative-ega", Path, new { person, from = "2099-01-01" })).ShouldRecord(0);
        (await ledger.Host.PostAsync("representative-ega", Path, new { person, from = "2098-01-01" })).ShouldRecord(1);
    }
}
