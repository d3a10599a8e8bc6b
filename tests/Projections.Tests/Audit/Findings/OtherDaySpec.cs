using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class OtherDaySpec
{
    private const string Rule = "other-day";

    [Fact]
    public void Acts_of_the_day_are_no_finding() => Proper.Then(Revoked, Revoker).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void A_decision_of_another_day()
    {
        new History().Then(Granted with { DecidedOn = new(2027, 3, 14) }, Certifier).Found(Rule).Count.ShouldBe(1);
        new History().Then(Granted with { DecidedOn = new(2027, 3, 16) }, Certifier).Found(Rule).Count.ShouldBe(1);
    }

    [Fact]
    public void A_credential_from_another_day_on() => new History().Then(Issued with { ValidFrom = new(2027, 1, 1) }, Registrar).Found(Rule).Count.ShouldBe(1);

    [Fact]
    public void A_revocation_of_another_day() => new History().Then(Revoked with { Effective = new(2027, 3, 1) }, Revoker).Found(Rule).Count.ShouldBe(1);

    [Fact]
    public void A_day_that_had_not_come()
    {
        new History().Then(Declared with { AssessedOn = new(2027, 3, 16) }, Examiner).Found(Rule).Count.ShouldBe(1);
        new History().Then(Completed with { CompletedOn = new(2027, 3, 16) }, Clerk).Found(Rule).Count.ShouldBe(1);
        new History().Then(Declared with { AssessedOn = new(2027, 1, 1) }, Examiner).Found(Rule).ShouldBeEmpty("that is another rule's");
    }

    [Theory]
    [InlineData("2027-03-16 00:04:59", 0)]
    [InlineData("2027-03-16 00:05:00", 1)]
    public void What_was_begun_just_before_midnight_is_of_the_day_before(string recorded, int findings) =>
        new History().At(recorded).Then(Granted, Certifier).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void Neither_a_renewal_nor_what_takes_another_s_place_begins_on_the_day_of_its_issue()
    {
        Renewed.Found(Rule).ShouldBeEmpty();
        Proper.Then(Replaced, Registrar).At("2027-06-01 10:00").Then(Replacement, Registrar).Found(Rule).ShouldBeEmpty();
        Proper.Then(Replaced with { Effective = new(2027, 3, 20) }, Registrar).Found(Rule).ShouldHaveSingleItem();
    }
}
