using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CsCheck;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Assessment;

public class ResultSequenceSpec
{
    private static readonly Person[] Everyone = [Known(Candidate), Known(Examiner), Known(SecondExaminer)];
    private static readonly Gen<int?> Score = Gen.OneOf<int?>(null, 4_900, 8_250, 10_001);

    private static readonly Gen<ValueList<Guid>> Examiners = Gen.OneOf<ValueList<Guid>>(
        [Examiner], [SecondExaminer], [Examiner, SecondExaminer], [], [Examiner, Examiner], [Candidate], [Stranger]);

    private static readonly Gen<Step<Result>> Steps = Gen.Frequency(
        (2, (IGen<Step<Result>>)Gen.Select(Gen.OneOf<int?>(3, 4, 5, null), Gen.Enum<Grade>(), Score, Examiners, (level, grade, score, examiners) =>
        {
            var command = new DeclareResult(ResultId, Candidate, FrameworkCode, UnitCode, level, grade, score,
                Instrument.Interview, examiners, Yesterday, ScoreSheet);
            return new Step<Result>(command, r => command.Decide(r, Everyone[0], TheFramework, Everyone, Today));
        })),
        (4, Gen.Select(Gen.Enum<Grade>(), Score, Examiners, Gen.Enum<SupersessionGround>(), (grade, score, examiners, ground) =>
        {
            var command = new SupersedeResult(grade, score, examiners, ground, null);
            return new Step<Result>(command, r => command.Decide(r, Everyone));
        })),
        (1, Gen.Select(Gen.Enum<AnnulmentGround>(), Gen.OneOf(null, Remark), (ground, remark) =>
        {
            var command = new AnnulResult(ground, remark);
            return new Step<Result>(command, command.Decide);
        })));

    [Fact]
    public void Whatever_comes_a_result_stays_sound() =>
        Sequences.Hold(Steps, Sound, typeof(ResultDeclared), typeof(ResultSuperseded), typeof(ResultAnnulled));

    private static void Sound(Result result)
    {
        result.Examiners.ShouldNotContain(Candidate);
        result.Examiners.ShouldNotContain(Stranger);
        if (result.Annulled is not null) result.Competent.ShouldBeFalse();
        var told = result.Superseded.Select(s => (s.Grade, s.Score)).Prepend((result.Declared.Grade, result.Declared.Score)).ToArray();
        result.Grade.ShouldBe(told[^1].Grade);
        told.Zip(told.Skip(1)).Any(pair => pair.First == pair.Second).ShouldBeFalse("each correction changes something");
    }
}
