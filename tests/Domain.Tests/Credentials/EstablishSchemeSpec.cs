using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class EstablishSchemeSpec
{
    private static readonly Requirement AResult = new(UnitCode, 3, null), ACourse = new(null, null, CourseId);

    private static EstablishScheme Establish => new(SchemeId, "OFFICE-USER", "ผู้ใช้โปรแกรมสำนักงาน", "Office user",
        FrameworkCode, UnitCode, 3, [AResult, ACourse], 36, [Body], new(2027, 1, 1));

    private static SchemeReferences Known => new(TheFramework, [TheCourse], [], [], Agreed, []);

    [Fact]
    public void A_scheme_says_what_it_requires_for_how_long_and_who_may_issue() => Spec<Scheme>
        .Given()
        .When(s => Establish.Decide(s, Known))
        .Then(Established);

    [Theory, InlineData(1), InlineData(120), InlineData(null)]
    public void A_validity_may_be_a_month_ten_years_or_without_end(int? months) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { ValidityMonths = months }).Decide(s, Known))
        .Then(Established with { ValidityMonths = months });

    [Fact]
    public void The_same_scheme_again_is_nothing_new() => Spec<Scheme>
        .Given(Established)
        .When(s => Establish.Decide(s, Known))
        .ThenNothing();

    [Fact]
    public void A_change_is_another_scheme() => Spec<Scheme>
        .Given(Established)
        .When(s => (Establish with { ValidityMonths = 12 }).Decide(s, Known))
        .ThenRejected(EstablishScheme.AlreadyEstablished);

    [Fact]
    public void The_framework_must_be_in_the_ledger() => Spec<Scheme>
        .Given()
        .When(s => Establish.Decide(s, Known with { Framework = null }))
        .ThenRejected(FrameworkVersion.Missing);

    [Fact]
    public void A_scheme_certifies_a_unit_of_the_framework() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Unit = Area, Level = null }).Decide(s, Known))
        .ThenRejected(FrameworkVersion.NoSuchUnit);

    [Fact]
    public void A_scheme_requires_units_of_the_framework() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Requirements = [AResult, new("NO-SUCH-UNIT", 3, null)] }).Decide(s, Known))
        .ThenRejected(FrameworkVersion.NoSuchUnit);

    [Fact]
    public void A_scheme_requires_levels_that_the_units_have() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Requirements = [AResult, new(PlainUnit, 1, null)] }).Decide(s, Known))
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
        .When(s => (Establish with { Requirements = [.. requirements] }).Decide(s, Known))
        .ThenRejected(EstablishScheme.BadRequirements);

    [Theory, InlineData(0), InlineData(-36), InlineData(121)]
    public void A_validity_is_a_month_to_ten_years(int months) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { ValidityMonths = months }).Decide(s, Known))
        .ThenRejected(EstablishScheme.BadValidity);

    [Fact]
    public void A_scheme_names_somebody_who_may_issue() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Issuers = [] }).Decide(s, Known))
        .ThenRejected(EstablishScheme.BadIssuers);

    [Fact]
    public void A_scheme_names_each_issuer_once() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Issuers = [Body, OtherBody, Body] }).Decide(s, Known))
        .ThenRejected(EstablishScheme.BadIssuers);

    [Fact]
    public void An_issuer_is_a_party_or_was_accredited_as_a_certification_body()
    {
        var establish = Establish with { Issuers = [Body, "CB-1"] };
        foreach (var body in new[] { TheAccreditation, Fold.Of<Accreditation>(Accredited, WithdrawnForGood)! })
            Spec<Scheme>.Given().When(s => establish.Decide(s, Known with { Bodies = [body] })).Then(Established with { Issuers = [Body, "CB-1"] });
    }

    [Theory, InlineData("CB-2"), InlineData("cb-1"), InlineData("CB-1 "), InlineData("")]
    public void An_issuer_that_nobody_knows_is_none(string code) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Issuers = [Body, code] }).Decide(s, Known with { Bodies = [TheAccreditation] }))
        .ThenRejected(EstablishScheme.UnknownIssuer);

    [Fact]
    public void A_scheme_from_before_the_issuers_were_asked_for_may_be_repeated() => Spec<Scheme>
        .Given(Established with { Issuers = ["CB-2"] })
        .When(s => (Establish with { Issuers = ["CB-2"] }).Decide(s, Known))
        .ThenNothing();

    [Fact]
    public void A_scheme_may_name_marks_that_its_certificates_show() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Marks = [LogoId] }).Decide(s, Known with { Works = [TheLogo] }))
        .Then(Established with { Marks = [LogoId] });

    [Fact]
    public void A_mark_is_a_work_in_the_ledger() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Marks = [LogoId] }).Decide(s, Known))
        .ThenRejected(Work.Missing);

    [Fact]
    public void A_scheme_that_names_marks_names_each_once()
    {
        foreach (var marks in new Guid[][] { [], [LogoId, LogoId] })
            Spec<Scheme>.Given().When(s => (Establish with { Marks = [.. marks] }).Decide(s, Known with { Works = [TheLogo] })).ThenRejected(EstablishScheme.BadMarks);
    }

    [Theory, InlineData(""), InlineData(" x"), InlineData("x "), InlineData("a\nb"), InlineData("a\0b"), InlineData("a\u202Eb")]
    public void Code_and_titles_are_plain_lines_since_they_are_signed(string text)
    {
        foreach (var establish in new[] { Establish with { Code = text }, Establish with { TitleTh = text }, Establish with { TitleEn = text } })
            Spec<Scheme>.Given().When(s => establish.Decide(s, Known)).ThenRejected(EstablishScheme.BadText);
    }

    private static EstablishScheme With(Requirement requirement) => Establish with { Requirements = [requirement, ACourse] };

    [Fact]
    public void A_requirement_may_name_its_instruments_and_the_equivalents_that_stand_for_a_result()
    {
        var requirement = AResult with { Instruments = [Instrument.WrittenExam, Instrument.Interview], Equivalents = [Equivalences.EquivalenceId] };
        Spec<Scheme>.Given().When(s => With(requirement).Decide(s, Known with { Equivalences = [Equivalences.TheEquivalence] })).Then(Established with { Requirements = [requirement, ACourse] });
    }

    [Fact]
    public void Two_instruments_that_are_both_wanted_are_two_requirements()
    {
        Requirement written = AResult with { Instruments = [Instrument.WrittenExam] }, spoken = AResult with { Instruments = [Instrument.Interview] };
        Spec<Scheme>.Given().When(s => (Establish with { Requirements = [written, spoken] }).Decide(s, Known)).Then(Established with { Requirements = [written, spoken] });
    }

    [Fact]
    public void A_withdrawn_equivalence_may_be_named_since_what_was_accepted_stands()
    {
        var requirement = AResult with { Equivalents = [Equivalences.EquivalenceId] };
        var withdrawn = Fold.Of<Equivalence>(Equivalences.Recognised, Equivalences.WithdrawnToday)!;
        Spec<Scheme>.Given().When(s => With(requirement).Decide(s, Known with { Equivalences = [withdrawn] })).Then(Established with { Requirements = [requirement, ACourse] });
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
        .When(s => (Establish with { Requirements = [AResult, requirement] }).Decide(s, Known with { Equivalences = [Equivalences.TheEquivalence] }))
        .ThenRejected(EstablishScheme.BadAlternatives);

    [Fact]
    public void An_equivalence_must_be_in_the_ledger() => Spec<Scheme>
        .Given()
        .When(s => With(AResult with { Equivalents = [Equivalences.EquivalenceId, Id(0xE9)] }).Decide(s, Known with { Equivalences = [Equivalences.TheEquivalence] }))
        .ThenRejected(Equivalence.Missing);

    [Fact]
    public void An_equivalence_counts_as_what_the_requirement_asks_for()
    {
        foreach (var terms in new[] { Equivalences.Terms with { Level = 4 }, Equivalences.Terms with { Unit = PlainUnit, Level = null }, Equivalences.Terms with { Framework = "TPQI-2567" } })
            Spec<Scheme>.Given().When(s => With(AResult with { Equivalents = [Equivalences.EquivalenceId] }).Decide(s, Known with { Equivalences = [Equivalences.Of(terms)] })).ThenRejected(EstablishScheme.OtherEquivalence);
    }

    [Fact]
    public void A_scheme_says_when_and_by_what_its_credentials_are_renewed() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Renewal = Renewing.Rules }).Decide(s, Known))
        .Then(Renewing.Renewable);

    public static TheoryData<RenewalRules> Unsound =>
    [
        Renewing.Rules with { WindowMonths = 0 },
        Renewing.Rules with { WindowMonths = 37 },
        Renewing.Rules with { GraceMonths = -1 },
        Renewing.Rules with { GraceMonths = 37 },
        Renewing.Rules with { Requirements = [] },
        Renewing.Rules with { Requirements = [new(null, null, null)] },
    ];

    [Theory, MemberData(nameof(Unsound))]
    public void Rules_of_renewal_have_a_window_and_a_grace_within_the_validity_and_ask_for_something(RenewalRules rules) => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Renewal = rules }).Decide(s, Known))
        .ThenRejected(EstablishScheme.BadRenewal);

    [Fact]
    public void What_has_no_end_is_not_renewed() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Renewal = Renewing.Rules, ValidityMonths = null }).Decide(s, Known))
        .ThenRejected(EstablishScheme.BadRenewal);

    [Fact]
    public void A_course_that_is_required_must_be_in_the_ledger()
    {
        foreach (var establish in new[] { Establish, Establish with { Requirements = [AResult], Renewal = Renewing.Rules } })
            Spec<Scheme>.Given().When(s => establish.Decide(s, Known with { Courses = [] })).ThenRejected(Course.Missing with { Field = "requirements" });
        Spec<Scheme>.Given(Established).When(s => Establish.Decide(s, Known with { Courses = [] })).ThenNothing();
    }

    [Fact]
    public void A_renewal_requires_units_of_the_framework() => Spec<Scheme>
        .Given()
        .When(s => (Establish with { Renewal = Renewing.Rules with { Requirements = [new("NO-SUCH-UNIT", 3, null)] } }).Decide(s, Known))
        .ThenRejected(FrameworkVersion.NoSuchUnit);
}
