using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class SchemeSpec
{
    private static bool MetBy(LedgerEvent[] result, LedgerEvent[] completion) =>
        TheScheme.MetBy(result is [] ? [] : [Fold.Of<Result>(result)!], completion is [] ? [] : [Fold.Of<Completion>(completion)!], [], Today);

    [Fact]
    public void A_competent_result_and_a_completion_meet_a_scheme_that_requires_both() => MetBy([Declared], [Completed]).ShouldBeTrue();

    [Fact]
    public void Either_alone_does_not()
    {
        MetBy([Declared], []).ShouldBeFalse();
        MetBy([], [Completed]).ShouldBeFalse();
    }

    [Fact]
    public void Neither_an_annulled_result_nor_an_annulled_completion_meets_anything()
    {
        MetBy([Declared, ResultWithdrawn], [Completed]).ShouldBeFalse();
        MetBy([Declared], [Completed, CompletionWithdrawn]).ShouldBeFalse();
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_grade_before()
    {
        MetBy([Declared, Failed], [Completed]).ShouldBeFalse();
        MetBy([Declared, Failed, Failed with { Grade = Grade.Competent }], [Completed]).ShouldBeTrue();
    }

    [Fact]
    public void Another_unit_level_framework_or_course_meets_nothing()
    {
        MetBy([Declared with { Unit = PlainUnit }], [Completed]).ShouldBeFalse();
        MetBy([Declared with { Level = 4 }], [Completed]).ShouldBeFalse();
        MetBy([Declared with { Framework = "TPQI-2567" }], [Completed]).ShouldBeFalse();
        MetBy([Declared], [Completed with { Course = Id(0xC9) }]).ShouldBeFalse();
    }

    private static bool MetBy(Requirement requirement, Result? result, Award? award, DateOnly? on = null) =>
        requirement.MetBy(FrameworkCode, result is null ? [] : [result], [], award is null ? [] : [award], on ?? Today);

    [Fact]
    public void A_result_counts_only_when_it_was_assessed_by_an_instrument_that_is_named()
    {
        var (written, spoken) = (new Requirement(UnitCode, 3, null, [Instrument.WrittenExam, Instrument.Portfolio]), new Requirement(UnitCode, 3, null, [Instrument.Interview]));
        MetBy(written, Fold.Of<Result>(Declared), null).ShouldBeTrue();
        MetBy(spoken, Fold.Of<Result>(Declared), null).ShouldBeFalse();
        MetBy(spoken, Fold.Of<Result>(Declared with { Instrument = Instrument.Interview }), null).ShouldBeTrue();
    }

    [Fact]
    public void An_accepted_award_stands_for_a_result_by_whatever_instrument_where_its_equivalence_is_named()
    {
        var requirement = new Requirement(UnitCode, 3, null, [Instrument.Interview], [Id(0xE9), Equivalences.EquivalenceId]);
        MetBy(requirement, Fold.Of<Result>(Declared), null).ShouldBeFalse();
        MetBy(requirement, null, Equivalences.TheAward).ShouldBeTrue();
        MetBy(requirement with { Equivalents = [Id(0xE9)] }, null, Equivalences.TheAward).ShouldBeFalse();
        MetBy(requirement with { Equivalents = null }, null, Equivalences.TheAward).ShouldBeFalse();
    }

    [Fact]
    public void An_award_of_another_unit_level_or_framework_or_one_that_was_annulled_meets_nothing()
    {
        var requirement = new Requirement(UnitCode, 3, null, Equivalents: [Equivalences.EquivalenceId]);
        MetBy(requirement, null, Equivalences.TheAnnulledAward).ShouldBeFalse();
        foreach (var other in new[] { Equivalences.Accepted with { Unit = PlainUnit }, Equivalences.Accepted with { Level = 4 }, Equivalences.Accepted with { Framework = "TPQI-2567" } })
            MetBy(requirement, null, Fold.Of<Award>(other)).ShouldBeFalse();
    }

    [Fact]
    public void An_award_counts_to_its_last_day()
    {
        var requirement = new Requirement(UnitCode, 3, null, Equivalents: [Equivalences.EquivalenceId]);
        MetBy(requirement, null, Equivalences.TheAward, new(2028, 6, 14)).ShouldBeTrue();
        MetBy(requirement, null, Equivalences.TheAward, new(2028, 6, 15)).ShouldBeFalse();
        MetBy(requirement, null, Fold.Of<Award>(Equivalences.Accepted with { CountsUntil = null }), new(2099, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public void An_award_is_no_completion() =>
        new Requirement(null, null, CourseId).MetBy(FrameworkCode, [], [], [Equivalences.TheAward], Today).ShouldBeFalse();

    // Thailand's Civil and Commercial Code, section 193/5: a period of months ends on the day before the one that
    // corresponds to its first; where the last month has no such day, on the last day of that month.
    [Theory]
    [InlineData("2027-03-15", 36, "2030-03-14")]
    [InlineData("2027-01-01", 12, "2027-12-31")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    [InlineData("2026-03-01", 12, "2027-02-28")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-28")]
    [InlineData("2027-02-28", 12, "2028-02-27")]
    [InlineData("2027-01-28", 1, "2027-02-27")]
    [InlineData("2027-01-29", 1, "2027-02-28")]
    [InlineData("2027-01-31", 1, "2027-02-28")]
    [InlineData("2028-01-30", 1, "2028-02-29")]
    [InlineData("2027-08-31", 1, "2027-09-30")]
    public void Validity_ends_as_the_law_counts_months(string from, int months, string until) =>
        Fold.Of<Scheme>(Established with { ValidityMonths = months })!.ValidUntil(Day(from)).ShouldBe(Day(until));

    [Fact]
    public void Without_a_validity_there_is_no_end() =>
        Fold.Of<Scheme>(Established with { ValidityMonths = null })!.ValidUntil(Today).ShouldBeNull();
}
