using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Learning;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Learning;

public class DefineCourseSpec
{
    private static DefineCourse Define => new(CourseId, "OFFICE-1", "โปรแกรมสำนักงาน", "Office software", "TPA",
        FrameworkCode, [UnitCode], 1_080, new(2026, 10, 1));

    [Fact]
    public void A_course_is_put_on_record_aligned_to_units() => Spec<Course>
        .Given()
        .When(c => Define.Decide(c, TheFramework))
        .Then(Defined);

    [Fact]
    public void The_same_definition_again_is_nothing_new() => Spec<Course>
        .Given(Defined)
        .When(c => Define.Decide(c, TheFramework))
        .ThenNothing();

    [Fact]
    public void Another_definition_under_a_known_id_is_refused() => Spec<Course>
        .Given(Defined)
        .When(c => (Define with { Minutes = 60 }).Decide(c, TheFramework))
        .ThenRejected(DefineCourse.AlreadyDefined);

    [Fact]
    public void The_framework_must_be_in_the_ledger() => Spec<Course>
        .Given()
        .When(c => Define.Decide(c, framework: null))
        .ThenRejected(FrameworkVersion.Missing);

    [Theory, InlineData(0), InlineData(-60)]
    public void A_course_lasts_at_least_a_minute(int minutes) => Spec<Course>
        .Given()
        .When(c => (Define with { Minutes = minutes }).Decide(c, TheFramework))
        .ThenRejected(DefineCourse.NoLength);

    [Fact]
    public void A_course_develops_at_least_one_unit() => Spec<Course>
        .Given()
        .When(c => (Define with { Units = [] }).Decide(c, TheFramework))
        .ThenRejected(DefineCourse.BadUnits);

    [Fact]
    public void A_course_develops_each_unit_once() => Spec<Course>
        .Given()
        .When(c => (Define with { Units = [UnitCode, PlainUnit, UnitCode] }).Decide(c, TheFramework))
        .ThenRejected(DefineCourse.BadUnits);

    [Theory, InlineData("NO-SUCH-UNIT"), InlineData(Area)]
    public void A_course_develops_units_that_can_be_assessed(string unit) => Spec<Course>
        .Given()
        .When(c => (Define with { Units = [UnitCode, unit] }).Decide(c, TheFramework))
        .ThenRejected(FrameworkVersion.NoSuchUnit);

    [Theory, InlineData(""), InlineData(" x"), InlineData("x "), InlineData("a\nb"), InlineData("a\0b"), InlineData("a\u202Eb")]
    public void Code_provider_and_titles_are_plain_lines(string text)
    {
        foreach (var define in new[] { Define with { Code = text }, Define with { Provider = text }, Define with { TitleTh = text }, Define with { TitleEn = text } })
            Spec<Course>.Given().When(c => define.Decide(c, TheFramework)).ThenRejected(DefineCourse.BadText);
    }
}
