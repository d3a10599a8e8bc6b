using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Assessment;

public class ResultSpec
{
    private static Result After(params LedgerEvent[] events) => Fold.Of<Result>(events)!;

    [Fact]
    public void What_was_declared_counts() => After(Declared).Competent.ShouldBeTrue();

    [Fact]
    public void After_a_correction_the_former_grade_counts_no_more()
    {
        After(Declared, Failed).Grade.ShouldBe(Grade.NotYetCompetent);
        After(Declared, Failed).Competent.ShouldBeFalse();
    }

    [Fact]
    public void After_two_corrections_the_last_grade_counts() =>
        After(Declared, Failed, Failed with { Grade = Grade.Competent }).Competent.ShouldBeTrue();

    [Fact]
    public void An_annulled_result_shows_nothing() => After(Declared, ResultWithdrawn).Competent.ShouldBeFalse();

    [Fact]
    public void Whoever_corrected_is_an_examiner_beside_those_who_declared() =>
        After(Declared, Failed).Examiners.ShouldBe([Examiner, SecondExaminer]);
}
