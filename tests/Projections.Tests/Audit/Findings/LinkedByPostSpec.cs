using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.People;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class LinkedByPostSpec
{
    private const string Rule = "linked-by-post";
    private static readonly PostHeld Own = new(Candidate, "12", "DGA", "Training", "K3", new(2025, 1, 1), "11");

    private static History With(PostHeld theirs, PostHeld? own = null) => new History().Then(own ?? Own, Clerk).Then(theirs, Clerk).Then(Declared, Examiner);

    private static PostHeld Of(Guid person, string post, string? unit = null, string? supervisor = null, string agency = "DGA") => new(person, post, agency, unit, null, new(2026, 1, 1), supervisor);

    [Fact]
    public void The_examiner_supervised_the_candidate()
    {
        var found = With(Of(Examiner, "11")).Found(Rule).ShouldHaveSingleItem();
        found.Words().ShouldBe(["supervises"]);
        found.Sequences().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void The_candidate_supervised_the_examiner() => With(Of(Examiner, "13", supervisor: "12")).Found(Rule).ShouldHaveSingleItem().Words().ShouldBe(["reports-to"]);

    [Fact]
    public void Both_worked_in_one_unit() => With(Of(Examiner, "14", unit: "Training")).Found(Rule).ShouldHaveSingleItem().Words().ShouldBe(["shares-unit-with"]);

    [Fact]
    public void Posts_that_became_known_later_count() =>
        new History().Then(Declared, Examiner).Then(Own, Clerk).Then(Of(Examiner, "11"), Clerk).Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([1, 2, 3]);

    [Fact]
    public void The_same_post_number_or_unit_of_another_agency_is_no_link() =>
        new History().Then(Own, Clerk).Then(Of(Examiner, "11", "Training", agency: "DLT"), Clerk).Then(Declared, Examiner).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void Two_of_one_agency_without_a_unit_are_not_linked() => With(Of(Examiner, "14"), Own with { Unit = null }).Found(Rule).ShouldBeEmpty();

    [Theory]
    [InlineData("2027-03-01", 1)]
    [InlineData("2027-02-28", 0)]
    public void Who_left_the_day_before_the_assessment_is_linked_no_more(string left, int findings) =>
        new History().Then(Own, Clerk).Then(Of(Examiner, "11"), Clerk).Then(new PostLeft(Examiner, "11", "DGA", DateOnly.Parse(left)), Clerk).Then(Declared, Examiner).Found(Rule).Count.ShouldBe(findings);

    [Theory]
    [InlineData("2027-03-01", 1)]
    [InlineData("2027-03-02", 0)]
    public void Who_came_the_day_after_was_not_linked_yet(string from, int findings) =>
        With(Of(Examiner, "11") with { From = DateOnly.Parse(from) }).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void Whoever_corrects_is_looked_at_on_that_day_and_told_once()
    {
        var history = new History().Then(Own, Clerk).Then(Of(SecondExaminer, "11") with { From = new(2027, 3, 10) }, Clerk).Then(Declared, Examiner);
        history.Found(Rule).ShouldBeEmpty();
        history.Then(Superseded(Grade.Competent, 9_000, SecondExaminer), Clerk).Then(Superseded(Grade.Competent, 9_100, SecondExaminer), Clerk)
            .Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([1, 2, 4]);
    }
}
