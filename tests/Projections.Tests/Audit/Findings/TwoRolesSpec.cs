using CredentialLedger.Domain.Assessment;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class TwoRolesSpec
{
    private const string Rule = "two-roles";

    [Fact]
    public void Four_people_in_four_roles_are_no_finding() => Proper.Then(Revoked, Revoker).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void Whoever_decided_issued_too()
    {
        var found = new History().Then(Declared, Examiner).Then(Granted, Certifier).Then(Issued with { IssuedBy = Certifier }, Certifier).Found(Rule).ShouldHaveSingleItem();
        found.Words().ShouldBe(["decided", "issued"]);
        found.Sequences().ShouldBe([2, 3]);
        found.Persons.ShouldBe([Certifier, Candidate]);
    }

    [Fact]
    public void An_examiner_issued() => Words(new History().Then(Declared, Clerk).Then(Granted, Certifier).Then(Issued with { IssuedBy = Examiner }, Examiner)).ShouldBe(["examined", "issued"]);

    [Fact]
    public void Whoever_recorded_the_result_decided() => Words(new History().Then(Declared, Certifier).Then(Granted, Certifier)).ShouldBe(["examined", "decided"]);

    [Fact]
    public void An_examiner_revoked() => Words(Proper.Then(Revoked with { RevokedBy = Examiner }, Examiner)).ShouldBe(["examined", "revoked"]);

    [Fact]
    public void Whoever_issued_revoked() => Words(Proper.Then(Revoked with { RevokedBy = Registrar }, Registrar)).ShouldBe(["issued", "revoked"]);

    [Fact]
    public void Whoever_decided_corrects_the_result_afterwards() =>
        Words(Proper.Then(Superseded(Grade.Competent, 9_000, Certifier), Certifier)).ShouldBe(["decided", "examined"]);

    [Fact]
    public void The_same_examiner_corrects_afterwards() => Proper.Then(Superseded(Grade.Competent, 9_000, Examiner), Examiner).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void The_same_person_in_another_case_is_no_finding() => Proper
        .Then(Declared with { Result = Id(0xE2), Person = Clerk, Examiners = [Certifier] }, Certifier).Found(Rule).ShouldBeEmpty();

    private static string[] Words(History history) => history.Found(Rule).ShouldHaveSingleItem().Words();
}
