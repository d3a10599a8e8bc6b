using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Assessment;

public class DeclareResultSpec
{
    private static DeclareResult Declare => new(ResultId, Candidate, FrameworkCode, UnitCode, 3, Grade.Competent, 8_250,
        Instrument.WrittenExam, [Examiner], new(2027, 2, 1), ScoreSheet);

    private static Outcome Decide(DeclareResult command, Result? result) =>
        command.Decide(result, Known(Candidate), TheFramework, [Known(Candidate), Known(Examiner), Known(SecondExaminer)], Today);

    [Fact]
    public void Named_examiners_declare_a_result() => Spec<Result>
        .Given()
        .When(r => Decide(Declare, r))
        .Then(Declared);

    [Fact]
    public void A_unit_without_levels_is_assessed_without_one() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Unit = PlainUnit, Level = null }, r))
        .Then(Declared with { Unit = PlainUnit, Level = null });

    [Theory, InlineData(0), InlineData(10_000), InlineData(null)]
    public void A_score_may_be_nothing_everything_or_absent(int? score) => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Score = score }, r))
        .Then(Declared with { Score = score });

    [Fact]
    public void The_same_result_again_is_nothing_new() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Declare, r))
        .ThenNothing();

    [Fact]
    public void A_repeat_undoes_neither_a_correction_nor_an_annulment() => Spec<Result>
        .Given(Declared, Failed, ResultWithdrawn)
        .When(r => Decide(Declare, r))
        .ThenNothing();

    [Fact]
    public void A_repeat_is_known_before_anything_else_is_asked() => Spec<Result>
        .Given(Declared)
        .When(r => Declare.Decide(r, person: null, framework: null, examiners: [], today: DateOnly.MinValue))
        .ThenNothing();

    [Fact]
    public void Another_content_under_a_known_id_is_refused() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Declare with { Score = 9_000 }, r))
        .ThenRejected(DeclareResult.AlreadyDeclared);

    [Fact]
    public void What_a_correction_says_is_not_declared_anew() => Spec<Result>
        .Given(Declared, Failed)
        .When(r => Decide(Declare with { Grade = Failed.Grade, Score = Failed.Score }, r))
        .ThenRejected(DeclareResult.AlreadyDeclared);

    [Fact]
    public void The_candidate_must_be_in_the_ledger() => Spec<Result>
        .Given()
        .When(r => Declare.Decide(r, person: null, TheFramework, [Known(Examiner)], Today))
        .ThenRejected(Person.Missing);

    [Fact]
    public void The_framework_must_be_in_the_ledger() => Spec<Result>
        .Given()
        .When(r => Declare.Decide(r, Known(Candidate), framework: null, [Known(Examiner)], Today))
        .ThenRejected(FrameworkVersion.Missing);

    [Theory, InlineData("NO-SUCH-UNIT"), InlineData(Area)]
    public void Only_a_unit_that_can_be_assessed_is(string unit) => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Unit = unit }, r))
        .ThenRejected(FrameworkVersion.NoSuchUnit);

    [Theory, InlineData(UnitCode, 5), InlineData(UnitCode, null), InlineData(PlainUnit, 1)]
    public void A_level_is_one_that_the_unit_has(string unit, int? level) => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Unit = unit, Level = level }, r))
        .ThenRejected(FrameworkVersion.NoSuchLevel);

    [Fact]
    public void Somebody_must_have_examined() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Examiners = [] }, r))
        .ThenRejected(DeclareResult.BadExaminers);

    [Fact]
    public void Nobody_examines_twice_at_once() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Examiners = [Examiner, SecondExaminer, Examiner] }, r))
        .ThenRejected(DeclareResult.BadExaminers);

    [Fact]
    public void Nobody_examines_themself() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Examiners = [Examiner, Candidate] }, r))
        .ThenRejected(DeclareResult.OwnExaminer);

    [Fact]
    public void An_examiner_must_be_in_the_ledger() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Examiners = [Examiner, Stranger] }, r))
        .ThenRejected(DeclareResult.UnknownExaminer);

    [Theory, InlineData(-1), InlineData(10_001)]
    public void A_score_is_a_share_of_the_possible_points(int score) => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Score = score }, r))
        .ThenRejected(DeclareResult.BadScore);

    [Fact]
    public void A_result_rests_on_evidence() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { Evidence = ScoreSheet with { Reference = "" } }, r))
        .ThenRejected(Evidence.Malformed);

    [Fact]
    public void Nobody_was_assessed_tomorrow() => Spec<Result>
        .Given()
        .When(r => Decide(Declare with { AssessedOn = Tomorrow }, r))
        .ThenRejected(DeclareResult.InFuture);

    [Fact]
    public void Of_a_person_whose_data_was_erased_nothing_is_declared() => Spec<Result>
        .Given()
        .When(r => Declare.Decide(r, Forgotten, TheFramework, [Known(Examiner)], Today))
        .ThenRejected(Person.Erased);
}
