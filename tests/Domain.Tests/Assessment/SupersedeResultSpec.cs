using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Assessment;

public class SupersedeResultSpec
{
    private static readonly ResultSuperseded Restored =
        Failed with { Grade = Grade.Competent, Score = 7_000, Examiners = [Examiner, SecondExaminer], Ground = SupersessionGround.AppealUpheld };

    private static SupersedeResult Supersede => new(Grade.NotYetCompetent, 4_900, [SecondExaminer], SupersessionGround.ScoringError, Remark);

    private static Outcome Decide(SupersedeResult command, Result? result) =>
        command.Decide(result, [Known(Candidate), Known(Examiner), Known(SecondExaminer)]);

    [Fact]
    public void A_right_result_stands_in_the_place_of_a_wrong_one() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede, r))
        .Then(Failed);

    [Fact]
    public void A_correction_may_be_corrected() => Spec<Result>
        .Given(Declared, Failed)
        .When(r => Decide(new(Restored.Grade, Restored.Score, Restored.Examiners, Restored.Ground, Restored.Remark), r))
        .Then(Restored);

    [Fact]
    public void A_score_alone_may_be_corrected() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede with { Grade = Declared.Grade, Score = 8_200 }, r))
        .Then(Failed with { Grade = Declared.Grade, Score = 8_200 });

    [Fact]
    public void The_same_correction_again_is_nothing_new() => Spec<Result>
        .Given(Declared, Failed)
        .When(r => Decide(Supersede, r))
        .ThenNothing();

    [Fact]
    public void A_repeat_is_nothing_new_even_after_an_annulment() => Spec<Result>
        .Given(Declared, Failed, ResultWithdrawn)
        .When(r => Decide(Supersede, r))
        .ThenNothing();

    [Fact]
    public void Nothing_stands_in_the_place_of_an_annulled_result() => Spec<Result>
        .Given(Declared, ResultWithdrawn)
        .When(r => Decide(Supersede, r))
        .ThenRejected(SupersedeResult.Annulled);

    [Fact]
    public void A_correction_changes_grade_or_score() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede with { Grade = Declared.Grade, Score = Declared.Score }, r))
        .ThenRejected(SupersedeResult.NothingChanged);

    [Fact]
    public void A_correction_is_measured_against_the_correction_before() => Spec<Result>
        .Given(Declared, Failed)
        .When(r => Decide(Supersede with { Ground = SupersessionGround.ReMarking }, r))
        .ThenRejected(SupersedeResult.NothingChanged);

    [Fact]
    public void Somebody_must_have_corrected() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede with { Examiners = [] }, r))
        .ThenRejected(DeclareResult.BadExaminers);

    [Fact]
    public void A_candidate_does_not_correct_their_own_result() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede with { Examiners = [Candidate] }, r))
        .ThenRejected(DeclareResult.OwnExaminer);

    [Fact]
    public void Whoever_corrects_must_be_in_the_ledger() => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede with { Examiners = [Stranger] }, r))
        .ThenRejected(DeclareResult.UnknownExaminer);

    [Theory, InlineData(-1), InlineData(10_001)]
    public void A_score_is_a_share_of_the_possible_points(int score) => Spec<Result>
        .Given(Declared)
        .When(r => Decide(Supersede with { Score = score }, r))
        .ThenRejected(DeclareResult.BadScore);

    [Fact]
    public void A_result_that_nobody_declared_is_not_corrected() => Spec<Result>
        .Given()
        .When(r => Decide(Supersede, r))
        .ThenRejected(Result.Missing);
}
