using CredentialLedger.Domain.Assessment;
using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class RaisedAfterClosingSpec
{
    private const string Rule = "raised-after-closing";
    private static readonly DateTimeOffset Then = Moment("2027-03-15 09:00");
    private static readonly int Days = Thresholds.InForce["raised-after-closing.days"];

    private static History Failed => new History().At(Then).Then(Declared with { Grade = Grade.NotYetCompetent, Score = 4_000 }, Examiner);

    [Fact]
    public void Raised_and_across_the_threshold_after_a_decision()
    {
        var found = Failed.Then(Granted with { Ruling = Domain.Credentials.Ruling.Refused }, Certifier).Then(Superseded(Grade.Competent, 6_000, SecondExaminer), Clerk).Found(Rule).ShouldHaveSingleItem();
        found.Words().ShouldBe(["not-yet-competent", "competent", "after-decision"]);
        found.Sequences().ShouldBe([1, 2, 3]);
        found.Severity.ShouldBe(Severity.High);
        found.Persons.ShouldBe([SecondExaminer, Clerk, Candidate]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Raised_when_the_time_for_corrections_is_over(int secondsMore, int findings) =>
        Failed.At(Then.AddDays(Days).AddSeconds(secondsMore)).Then(Superseded(Grade.NotYetCompetent, 4_100, Examiner), Examiner).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void A_higher_score_alone_matters_less() =>
        Proper.Then(Superseded(Grade.Competent, 8_001, Examiner), Examiner).Found(Rule).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Medium);

    [Fact]
    public void A_lower_score_of_the_same_grade_is_no_finding() => Proper.Then(Superseded(Grade.Competent, 7_999, Examiner), Examiner).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void Across_the_threshold_downwards_is_one_too() =>
        Proper.Then(Superseded(Grade.NotYetCompetent, 4_000, Examiner), Examiner).Found(Rule).ShouldHaveSingleItem().Words().ShouldBe(["competent", "not-yet-competent", "after-decision"]);

    [Fact]
    public void Each_correction_is_held_against_the_one_before_it() =>
        Proper.Then(Superseded(Grade.Competent, 7_000, Examiner), Examiner).Then(Superseded(Grade.Competent, 7_500, Examiner), Examiner).Found(Rule).ShouldHaveSingleItem().Last.Sequence.ShouldBe(7);
}
