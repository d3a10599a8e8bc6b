using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class BurstOfDecisionsSpec
{
    private const string Rule = "burst-of-decisions";
    private static readonly DateTimeOffset Start = Moment("2027-03-15 09:00");
    private static readonly int Many = Thresholds.InForce["burst-of-decisions.decisions"], Span = Thresholds.InForce["burst-of-decisions.seconds"];

    private static History Decisions(int count, double seconds, History? after = null, int first = 0, DateTimeOffset? start = null)
    {
        var history = after ?? new History();
        for (var i = 0; i < count; i++) history.At((start ?? Start).AddSeconds(i * seconds)).Then(Granted with { Decision = Id(5_000 + first + i) }, Certifier);
        return history;
    }

    [Fact]
    public void Many_in_the_span_are_a_burst() => Decisions(Many, (double)Span / (Many - 1)).Found(Rule).ShouldHaveSingleItem().Shows.Count.ShouldBe(Many);

    [Fact]
    public void As_many_in_a_longer_span_are_none() => Decisions(Many, (Span + 1d) / (Many - 1)).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void One_fewer_is_none() => Decisions(Many - 1, 1).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void Two_people_share_no_burst()
    {
        var history = Decisions(Many - 1, 1);
        history.At(Start.AddSeconds(Many)).Then(Granted with { DecidedBy = Registrar }, Registrar).Found(Rule).ShouldBeEmpty();
    }

    [Fact]
    public void A_burst_that_goes_on_is_the_same_one()
    {
        var history = Decisions(Many, 1);
        var id = history.Found(Rule).Single().Id;
        var found = Decisions(20, 1, history, Many, Start.AddSeconds(Many)).Found(Rule).ShouldHaveSingleItem();
        (found.Id, found.Shows.Count, found.Reaches.Count).ShouldBe((id, Many, 20));
    }

    [Fact]
    public void A_burst_on_another_day_is_another_one() => Decisions(Many, 1, Decisions(Many, 1), Many, Start.AddDays(1)).Found(Rule).Count.ShouldBe(2);
}
