using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class ClaimedLongBeforeSpec
{
    private const string Rule = "claimed-long-before";
    private static readonly DateOnly Recorded = new(2027, 3, 15);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_result_of_long_ago(int daysMore, int findings) =>
        new History().Then(Declared with { AssessedOn = Recorded.AddDays(-Thresholds.InForce["claimed-long-before.result-days"] - daysMore) }, Examiner).Found(Rule).Count.ShouldBe(findings);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_completion_of_long_ago(int daysMore, int findings) =>
        new History().Then(Completed with { CompletedOn = Recorded.AddDays(-Thresholds.InForce["claimed-long-before.completion-days"] - daysMore) }, Clerk).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void What_one_person_recorded_on_one_day_is_one_finding_that_keeps_its_id()
    {
        var (one, other) = (Declared with { AssessedOn = new(2026, 1, 2) }, Declared with { Result = Id(0xE2), AssessedOn = new(2026, 1, 1) });
        var history = new History().Then(one, Examiner);
        var id = history.Found(Rule).Single().Id;
        var found = history.Then(other, Examiner).Found(Rule).ShouldHaveSingleItem();
        found.Id.ShouldBe(id);
        found.Values.ShouldBe([2, new Word("results"), Recorded, new DateOnly(2026, 1, 1)]);
        found.Reaches.ShouldHaveSingleItem();
        history.Then(other with { Result = Id(0xE3) }, Clerk).At("2027-03-16 09:00").Then(other with { Result = Id(0xE4) }, Clerk).Found(Rule).Count.ShouldBe(3);
    }

    [Fact]
    public void The_day_is_Thailand_s() =>
        new History().At("2027-03-15 00:30").Then(Declared with { AssessedOn = Recorded.AddDays(-Thresholds.InForce["claimed-long-before.result-days"] - 1) }, Examiner).Found(Rule).Count.ShouldBe(1);
}
