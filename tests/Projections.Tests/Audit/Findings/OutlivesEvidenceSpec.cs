using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class OutlivesEvidenceSpec
{
    private const string Rule = "outlives-evidence";

    [Fact]
    public void A_credential_whose_evidence_stands_is_no_finding() => Proper.Then(Superseded(Grade.Competent, 7_000, Examiner), Examiner).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void Its_result_was_annulled() => Proper.Then(Annulled, Examiner).Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([5, 6]);

    [Fact]
    public void Its_result_was_superseded_to_not_yet_competent() =>
        Proper.Then(Superseded(Grade.NotYetCompetent, 4_000, Examiner), Examiner).Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([5, 6]);

    [Fact]
    public void Its_completion_was_annulled() =>
        Proper.Then(new CompletionAnnulled(Candidate, CompletionId, AnnulmentGround.Fraud, null), Clerk).Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([5, 6]);

    [Fact]
    public void It_was_revoked_then() => Proper.Then(Annulled, Examiner).Then(Revoked, Revoker).Found(Rule).ShouldBeEmpty();

    [Theory]
    [InlineData("2030-03-14 10:00", 1)]
    [InlineData("2030-03-15 10:00", 0)]
    public void It_has_expired_by_the_last_event(string last, int findings) =>
        Proper.Then(Annulled, Examiner).At(last).Then(Established with { Scheme = Id(0xD2) }, Clerk).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void Withdrawing_it_again_is_the_same_finding()
    {
        var once = Proper.Then(Superseded(Grade.NotYetCompetent, 4_000, Examiner), Examiner);
        var id = once.Found(Rule).Single().Id;
        once.Then(Annulled, Examiner).Found(Rule).Single().Id.ShouldBe(id);
    }

    [Fact]
    public void It_was_replaced_and_what_took_its_place_outlives_it() =>
        Proper.Then(Replaced, Registrar).Then(Replacement, Registrar).Then(Annulled, Examiner).Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([7, 8]);

    [Fact]
    public void A_renewal_rests_on_what_was_shown_anew() =>
        Renewed.Then(new CompletionAnnulled(Candidate, CourseAgain.Completion, AnnulmentGround.Fraud, null), Clerk).At("2030-05-01 10:00").Then(Established with { Scheme = Id(0xD2) }, Clerk)
            .Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([8, 9]);

    [Fact]
    public void And_on_what_the_first_certification_rests_on() =>
        Renewed.Then(Annulled, Examiner).At("2030-05-01 10:00").Then(Established with { Scheme = Id(0xD2) }, Clerk).Found(Rule).ShouldHaveSingleItem().Sequences().ShouldBe([8, 9]);

    [Fact]
    public void Decisions_that_renew_each_other_are_looked_through_once() =>
        Proper.Then(Granted with { Decision = Id(0xDA), Renews = Id(0xDB) }, Certifier).Then(Granted with { Decision = Id(0xDB), Renews = Id(0xDA) }, Certifier)
            .Then(Issued with { Credential = Id(0xCA), Decision = Id(0xDB) }, Registrar).Found(Rule).ShouldBeEmpty();
}
