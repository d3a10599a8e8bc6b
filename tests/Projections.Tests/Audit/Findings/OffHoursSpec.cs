using CredentialLedger.Domain.Authority;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class OffHoursSpec
{
    private const string Rule = "off-hours";

    [Theory]
    [InlineData("2027-03-15 06:59", 1)]
    [InlineData("2027-03-15 07:00", 0)]
    [InlineData("2027-03-15 18:59", 0)]
    [InlineData("2027-03-15 19:00", 1)]
    [InlineData("2027-03-13 10:00", 1)] // a Saturday
    [InlineData("2027-03-14 10:00", 1)]
    [InlineData("2027-03-12 10:00", 0)]
    public void Decided_at_night_or_on_a_weekend_of_Thailand(string moment, int findings) => new History().At(moment).Then(Granted, Certifier).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void Issued_at_night() => new History().At("2027-03-15 23:00").Then(Issued, Registrar).Found(Rule).Count.ShouldBe(1);

    [Fact]
    public void Results_may_be_recorded_at_any_hour() => new History().At("2027-03-15 23:00").Then(Declared, Examiner).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void A_system_works_at_all_hours() =>
        new History().Then(new SystemEntered(Registrar, "CB", "https://provider.example", "client", "ระบบ", "System"), Clerk).At("2027-03-15 23:00").Then(Issued, Registrar).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void One_night_is_one_finding()
    {
        var found = new History().At("2027-03-15 20:00").Then(Granted, Certifier).Then(Granted with { Decision = Id(9) }, Certifier).Then(Issued, Registrar).Found(Rule);
        found.Select(f => (f.Persons[0], f.Values[1])).ShouldBe([(Certifier, (object)2), (Registrar, 1)], ignoreOrder: true);
    }
}
