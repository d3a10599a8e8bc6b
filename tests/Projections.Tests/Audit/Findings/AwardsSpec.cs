using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

/// <summary>An accepted award in the place of a result, as the rules see it.</summary>
public sealed class AwardsSpec
{
    private static readonly Guid EquivalenceId = Id(0xEA), AwardId = Id(0xEB);

    private static readonly SchemeEstablished Open = Established with { Requirements = [new("U", 3, null, [Instrument.WrittenExam], [EquivalenceId])] };

    private static readonly AwardAccepted Accepted = new(Candidate, AwardId, EquivalenceId, "F", "U", 3, new(1, Candidate, Id(1), "", ""), new(2026, 5, 1), new(2027, 3, 15), new(EvidenceKind.Transcript, "A-1"), Examiner);

    private static readonly AwardAnnulled Annulled = new(Candidate, AwardId, AnnulmentGround.Fraud, null);

    private static readonly CertificationDecided Granted = History.Granted with { Results = [], Completions = [], Awards = [AwardId] };

    private static History Before => new History().Then(Open, Clerk).Then(Accepted, Examiner);

    private static History Whole => Before.Then(Granted, Certifier).Then(Issued, Registrar);

    private static string Lack(History history) => history.Found("without-evidence").ShouldHaveSingleItem().Words()[1];

    [Fact]
    public void A_whole_chain_on_an_award_alone_is_no_finding() => Whole.Examined().Where(f => f.Rule is not "authority-lapsed").ShouldBeEmpty();

    [Fact]
    public void The_award_is_not_in_the_ledger_or_another_person_s_or_does_not_meet_the_scheme()
    {
        Lack(Before.Then(Granted with { Awards = null }, Certifier)).ShouldBe("no-result");
        Lack(Before.Then(Granted with { Awards = [Id(0xE9)] }, Certifier)).ShouldBe("unknown-award");
        Lack(Before.Then(Granted with { Person = Clerk }, Certifier)).ShouldBe("award-of-another");
        Lack(Before.Then(Annulled, Examiner).Then(Granted, Certifier)).ShouldBe("scheme-not-met");
        Lack(new History().Then(Open, Clerk).Then(Accepted with { Equivalence = Id(0xE8) }, Examiner).Then(Granted, Certifier)).ShouldBe("scheme-not-met");
        Lack(Before.Then(Granted with { DecidedOn = new(2027, 3, 16) }, Certifier)).ShouldBe("scheme-not-met");
    }

    [Fact]
    public void A_result_by_another_instrument_than_the_scheme_names_does_not_meet_it() =>
        Lack(new History().Then(Open, Clerk).Then(Declared, Examiner).Then(History.Granted with { Completions = [] }, Certifier)).ShouldBe("scheme-not-met");

    [Theory]
    [InlineData(0xA2), InlineData(0xA7)]
    public void Whoever_accepted_or_recorded_the_award_decided(int person) =>
        new History().Then(Open, Clerk).Then(Accepted, Clerk).Then(Granted with { DecidedBy = Id(person) }, Id(person)).Found("two-roles").ShouldHaveSingleItem().Words().ShouldBe(["accepted", "decided"]);

    [Fact]
    public void Whoever_accepted_the_award_issued() => Before.Then(Granted, Certifier).Then(Issued with { IssuedBy = Examiner }, Examiner).Found("two-roles").ShouldHaveSingleItem().Words().ShouldBe(["accepted", "issued"]);

    [Fact]
    public void The_credential_outlives_the_award_that_was_annulled() => Whole.Then(Annulled, Examiner).Found("outlives-evidence").ShouldHaveSingleItem().Sequences().ShouldBe([4, 5]);

    [Fact]
    public void It_was_decided_within_seconds_of_the_acceptance() =>
        Before.At("2027-03-15 10:00:03").Then(Granted, Certifier).Found("decided-in-seconds").ShouldHaveSingleItem().Sequences().ShouldBe([2, 3]);

    [Fact]
    public void It_is_among_what_a_revoked_examiner_touched()
    {
        var found = new History().Then(new AppointmentMade(Examiner, Id(0xAB), "CB", Duties.DeclareResults.Code, "2.3.2", new(2027, 1, 1), null, Clerk), Clerk)
            .Then(Open, Clerk).Then(Accepted, Examiner).Then(Granted, Certifier).Then(Issued, Registrar)
            .Then(new AppointmentRevoked(Examiner, Id(0xAB), RevocationGround.Misconduct, Clerk), Clerk)
            .Found("revoked-examiner").ShouldHaveSingleItem();
        found.Values.Skip(2).ShouldBe([0, 1, 1, 1, 1]);
        found.Reaches.Select(r => r.Note).ShouldBe(["stands", "granted", "valid"]);
    }
}
