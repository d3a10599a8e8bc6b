using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class ProvenLateSpec
{
    private const string Rule = "proven-late";
    private static readonly DateTimeOffset Recorded = Moment("2027-03-15 09:00");

    [Fact]
    public void Nothing_is_found_before_witnesses_cosign() => Proper.Found(Rule).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Witnesses_saw_it_long_after(int secondsMore, int findings) =>
        new History().Then(Granted, Certifier).Found(Rule, _ => Recorded.AddSeconds(Thresholds.InForce["proven-late.seconds"] + secondsMore)).Count.ShouldBe(findings);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Witnesses_saw_it_before_it_is_said_to_have_been(int secondsMore, int findings) =>
        new History().Then(Granted, Certifier).Found(Rule, _ => Recorded.AddSeconds(-Thresholds.InForce["proven-late.ahead-seconds"] - secondsMore)).Count.ShouldBe(findings);

    [Fact]
    public void What_was_recorded_on_one_day_is_one_finding()
    {
        var found = Proper.Found(Rule, _ => Recorded.AddDays(2)).ShouldHaveSingleItem();
        found.Values[0].ShouldBe(4, "all but the scheme");
        found.Persons.ShouldBe([Clerk, Examiner, Certifier, Registrar]);
    }
}
