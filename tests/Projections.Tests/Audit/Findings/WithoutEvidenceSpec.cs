using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class WithoutEvidenceSpec
{
    private const string Rule = "without-evidence";

    private static History Before => new History().Then(Established, Clerk).Then(Completed, Clerk).Then(Declared, Examiner);

    private static string Lack(History history) => history.Found(Rule).ShouldHaveSingleItem().Words()[1];

    [Fact]
    public void A_whole_chain_is_no_finding() => Proper.Found(Rule).ShouldBeEmpty();

    [Fact]
    public void A_refusal_needs_none() => new History().Then(Granted with { Ruling = Ruling.Refused }, Certifier).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void No_result_is_named() => Lack(Before.Then(Granted with { Results = [] }, Certifier)).ShouldBe("no-result");

    [Fact]
    public void A_result_is_not_in_the_ledger() => Lack(Before.Then(Granted with { Results = [Id(0xE9)] }, Certifier)).ShouldBe("unknown-result");

    [Fact]
    public void A_result_was_recorded_only_after_the_decision() =>
        Lack(new History().Then(Established, Clerk).Then(Completed, Clerk).Then(Granted, Certifier).Then(Declared, Examiner)).ShouldBe("unknown-result");

    [Fact]
    public void A_result_is_another_person_s() => Lack(Before.Then(Granted with { Person = Clerk }, Certifier)).ShouldBe("result-of-another");

    [Fact]
    public void A_result_counted_no_more() => Lack(Before.Then(Annulled, Examiner).Then(Granted, Certifier)).ShouldBe("annulled-result");

    [Fact]
    public void A_completion_is_not_in_the_ledger() => Lack(Before.Then(Granted with { Completions = [Id(0xC9)] }, Certifier)).ShouldBe("unknown-completion");

    [Fact]
    public void The_scheme_is_not_in_the_ledger() => Lack(Before.Then(Granted with { Scheme = Id(0xD9) }, Certifier)).ShouldBe("unknown-scheme");

    [Fact]
    public void What_is_shown_does_not_meet_the_scheme()
    {
        Lack(Before.Then(Granted with { Completions = [] }, Certifier)).ShouldBe("scheme-not-met");
        Lack(Before.Then(Superseded(Grade.NotYetCompetent, 100, Examiner), Examiner).Then(Granted, Certifier)).ShouldBe("scheme-not-met");
    }

    [Theory]
    [InlineData("unknown-decision"), InlineData("refused-decision"), InlineData("decision-on-another"), InlineData("second-credential"), InlineData("evidence-withdrawn")]
    public void A_credential_without_the_decision_that_it_carries_out(string lack) => Lack(lack switch
    {
        "unknown-decision" => new History().Then(Issued, Registrar),
        "refused-decision" => new History().Then(Granted with { Ruling = Ruling.Refused }, Certifier).Then(Issued, Registrar),
        "decision-on-another" => Before.Then(Granted, Certifier).Then(Issued with { Person = Clerk }, Registrar),
        "second-credential" => Proper.Then(Issued with { Credential = Id(0xCC) }, Registrar),
        _ => Before.Then(Granted, Certifier).Then(Annulled, Examiner).Then(Issued, Registrar),
    }).ShouldBe(lack);

    [Fact]
    public void A_credential_that_takes_the_place_of_another_is_no_second_one()
    {
        Proper.Then(Replaced, Registrar).Then(Replacement, Registrar).Found(Rule).ShouldBeEmpty();
        Lack(Proper.Then(Replaced, Registrar).Then(Replacement, Registrar).Then(Replacement with { Credential = Id(0xCD) }, Registrar)).ShouldBe("second-credential");
        Lack(Proper.Then(Replacement with { Replaces = Id(0xCE) }, Registrar)).ShouldBe("second-credential");
    }

    [Fact]
    public void A_renewal_rests_on_what_its_rules_ask_of_days_since_and_on_no_result()
    {
        Renewed.Found(Rule).ShouldBeEmpty();
        Lack(Proper.Then(Renewable, Clerk).Then(CourseAgain with { CompletedOn = Issued.ValidFrom }, Clerk).Then(GrantedAgain, Certifier)).ShouldBe("scheme-not-met");
        Lack(Proper.Then(CourseAgain, Clerk).Then(GrantedAgain, Certifier)).ShouldBe("scheme-not-met");
    }
}
