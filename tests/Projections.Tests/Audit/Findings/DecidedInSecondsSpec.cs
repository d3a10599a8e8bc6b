using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class DecidedInSecondsSpec
{
    private const string Rule = "decided-in-seconds";
    private static readonly DateTimeOffset Declaring = Moment("2027-03-15 11:00");

    private static IReadOnlyList<Finding> After(int seconds, CertificationDecided? decision = null) =>
        new History().Then(Completed, Clerk).At(Declaring).Then(Declared, Examiner).At(Declaring.AddSeconds(seconds)).Then(decision ?? Granted, Certifier).Found(Rule);

    [Fact]
    public void Decided_within_seconds_of_the_last_evidence()
    {
        var found = After(Thresholds.InForce["decided-in-seconds.seconds"] - 1).ShouldHaveSingleItem();
        found.Sequences().ShouldBe([2, 3]);
        found.Values[1].ShouldBe(59);
    }

    [Fact]
    public void A_minute_is_enough() => After(Thresholds.InForce["decided-in-seconds.seconds"]).ShouldBeEmpty();

    [Fact]
    public void A_refusal_is_no_approval() => After(1, Granted with { Ruling = Ruling.Refused }).ShouldBeEmpty();
}
