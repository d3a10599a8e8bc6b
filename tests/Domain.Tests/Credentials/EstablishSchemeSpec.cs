using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class EstablishSchemeSpec
{
    private static readonly Requirement AResult = new(UnitCode, 3, null), ACourse = new(null, null, CourseId);

    private static EstablishScheme Establish => new(SchemeId, "OFFICE-USER", "ผู้ใช้โปรแกรมสำนักงาน", "Office user",
        FrameworkCode, UnitCode, 3, [AResult, ACourse], 36, [Body], new(2027, 1, 1));

    [Fact]
    public void A_scheme_says_what_it_requires_for_how_long_and_who_may_issue() => Spec<Scheme>
        .Given()
        .When(s => Establish.Decide(s, TheFramework, [], []))
        .Then(Established);

    [Theory, InlineData(1), InlineData(120), InlineData(null)]
    public void A_validity_may_be_a_month_ten_years_or_without_end(int? months) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { ValidityMonths = months }).Decide(s, TheFramework, [], []))
        .Then(Established with { ValidityMonths = months });

    [Fact]
    public void The_same_scheme_again_is_nothing_new() => Spec<Scheme>
        .Given(Established)
        .When(s => Establish.Decide(s, TheFramework, [], []))
        .ThenNothing();

    [Fact]
    public void A_change_is_another_scheme() => Spec<Scheme>
        .Given(Established)
        .When(s => (Establish with { ValidityMonths = 12 }).Decide(s, TheFramework, [], []))
        .ThenRejected(EstablishScheme.AlreadyEstablished);

    [Fact]
    public void The_framework_must_be_in_the_ledger() => Spec<Scheme>
        .Given()
        .When(s => Establish.Decide(s, framework: null, [], []))
        .ThenRejected(FrameworkVersion.Missing);

    [Fact]
    public void A_scheme_certifies_a_unit_of_the_framework() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Unit = Area, Level = null }).Decide(s, TheFramework, [], []))
        .ThenRejected(FrameworkVersion.NoSuchUnit);

    [Fact]
    public void A_scheme_requires_units_of_the_framework() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Requirements = [AResult, new("NO-SUCH-UNIT", 3, null)] }).Decide(s, TheFramework, [], []))
        .ThenRejected(FrameworkVersion.NoSuchUnit);

    [Fact]
    public void A_scheme_requires_levels_that_the_units_have() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Requirements = [AResult, new(PlainUnit, 1, null)] }).Decide(s, TheFramework, [], []))
        .ThenRejected(FrameworkVersion.NoSuchLevel);

    public static TheoryData<Requirement[]> BadRequirements =>
    [
        [],
        [ACourse],
        [AResult, new(null, null, null)],
        [AResult, new(UnitCode, 3, CourseId)],
        [AResult, new(null, 3, CourseId)],
    ];

    [Theory, MemberData(nameof(BadRequirements))]
    public void A_scheme_requires_a_result_and_each_requirement_is_a_unit_with_its_level_or_a_course(Requirement[] requirements) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Requirements = [.. requirements] }).Decide(s, TheFramework, [], []))
        .ThenRejected(EstablishScheme.BadRequirements);

    [Theory, InlineData(0), InlineData(-36), InlineData(121)]
    public void A_validity_is_a_month_to_ten_years(int months) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { ValidityMonths = months }).Decide(s, TheFramework, [], []))
        .ThenRejected(EstablishScheme.BadValidity);

    [Fact]
    public void A_scheme_names_somebody_who_may_issue() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Issuers = [] }).Decide(s, TheFramework, [], []))
        .ThenRejected(EstablishScheme.BadIssuers);

    [Fact]
    public void A_scheme_names_each_issuer_once() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Issuers = [Body, OtherBody, Body] }).Decide(s, TheFramework, [], []))
        .ThenRejected(EstablishScheme.BadIssuers);

    [Fact]
    public void A_scheme_may_name_marks_that_its_certificates_show() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Marks = [LogoId] }).Decide(s, TheFramework, [], [TheLogo]))
        .Then(Established with { Marks = [LogoId] });

    [Fact]
    public void A_mark_is_a_work_in_the_ledger() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Marks = [LogoId] }).Decide(s, TheFramework, [], []))
        .ThenRejected(Work.Missing);

    [Fact]
    public void A_scheme_that_names_marks_names_each_once()
    {
        foreach (var marks in new Guid[][] { [], [LogoId, LogoId] })
            Spec<Scheme>.Given().When(s => (Establish with { Marks = [.. marks] }).Decide(s, TheFramework, [], [TheLogo])).ThenRejected(EstablishScheme.BadMarks);
    }

    [Theory, InlineData(""), InlineData(" x"), InlineData("x "), InlineData("a\nb"), InlineData("a\0b"), InlineData("a\u202Eb")]
    public void Code_and_titles_are_plain_lines_since_they_are_signed(string text)
    {
        foreach (var establish in new[] { Establish with { Code = text }, Establish with { TitleTh = text }, Establish with { TitleEn = text } })
            Spec<Scheme>.Given().When(s => establish.Decide(s, TheFramework, [], [])).ThenRejected(EstablishScheme.BadText);
    }

    private static EstablishScheme With(Requirement requirement) => Establish with { Requirements = [requirement, ACourse] };

    [Fact]
    public void A_requirement_may_name_its_instruments_and_the_equivalents_that_stand_for_a_result()
    {
        var requirement = AResult with { Instruments = [Instrument.WrittenExam, Instrument.Interview], Equivalents = [Equivalences.EquivalenceId] };
        Spec<Scheme>.Given().When(s => With(requirement).Decide(s, TheFramework, [Equivalences.TheEquivalence], [])).Then(Established with { Requirements = [requirement, ACourse] });
    }

    [Fact]
    public void Two_instruments_that_are_both_wanted_are_two_requirements()
    {
        Requirement written = AResult with { Instruments = [Instrument.WrittenExam] }, spoken = AResult with { Instruments = [Instrument.Interview] };
        Spec<Scheme>.Given().When(s => (Establish with { Requirements = [written, spoken] }).Decide(s, TheFramework, [], [])).Then(Established with { Requirements = [written, spoken] });
    }

    [Fact]
    public void A_withdrawn_equivalence_may_be_named_since_what_was_accepted_stands()
    {
        var requirement = AResult with { Equivalents = [Equivalences.EquivalenceId] };
        var withdrawn = Fold.Of<Equivalence>(Equivalences.Recognised, Equivalences.WithdrawnToday)!;
        Spec<Scheme>.Given().When(s => With(requirement).Decide(s, TheFramework, [withdrawn], [])).Then(Established with { Requirements = [requirement, ACourse] });
    }

    public static TheoryData<Requirement> BadAlternatives =>
    [
        AResult with { Instruments = [] },
        AResult with { Instruments = [Instrument.Interview, Instrument.Interview] },
        AResult with { Equivalents = [] },
        AResult with { Equivalents = [Equivalences.EquivalenceId, Equivalences.EquivalenceId] },
        ACourse with { Instruments = [Instrument.Interview] },
        ACourse with { Equivalents = [Equivalences.EquivalenceId] },
    ];

    [Theory, MemberData(nameof(BadAlternatives))]
    public void Instruments_and_equivalents_are_named_once_each_and_for_a_unit(Requirement requirement) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Requirements = [AResult, requirement] }).Decide(s, TheFramework, [Equivalences.TheEquivalence], []))
        .ThenRejected(EstablishScheme.BadAlternatives);

    [Fact]
    public void An_equivalence_must_be_in_the_ledger() => Spec<Scheme>
        .Given()
        .When(s => With(AResult with { Equivalents = [Equivalences.EquivalenceId, Id(0xE9)] }).Decide(s, TheFramework, [Equivalences.TheEquivalence], []))
        .ThenRejected(Equivalence.Missing);

    [Fact]
    public void An_equivalence_counts_as_what_the_requirement_asks_for()
    {
        foreach (var terms in new[] { Equivalences.Terms with { Level = 4 }, Equivalences.Terms with { Unit = PlainUnit, Level = null }, Equivalences.Terms with { Framework = "TPQI-2567" } })
            Spec<Scheme>.Given().When(s => With(AResult with { Equivalents = [Equivalences.EquivalenceId] }).Decide(s, TheFramework, [Equivalences.Of(terms)], [])).ThenRejected(EstablishScheme.OtherEquivalence);
    }
}
