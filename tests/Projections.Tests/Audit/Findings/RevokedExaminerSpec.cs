using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

public sealed class RevokedExaminerSpec
{
    private const string Rule = "revoked-examiner";
    private static readonly Guid Appointment = Id(0xAB);

    private static readonly AppointmentMade Made = new(Examiner, Appointment, "CB", "declare-results", "2.3.3", new(2027, 1, 1), null, Clerk);

    private static AppointmentRevoked On(RevocationGround ground) => new(Examiner, Appointment, ground, Clerk);

    // Sequence 1 appoints; 2-6 are the proper case; the revocation comes last.
    private static History Case => new History().Then(Made, Clerk).Then(Established, Clerk).Then(Completed, Clerk).Then(Declared, Examiner).Then(Granted, Certifier).Then(Issued, Registrar);

    [Theory]
    [InlineData(RevocationGround.Misconduct, 1), InlineData(RevocationGround.SignInCompromised, 1), InlineData(RevocationGround.MadeInError, 1)]
    [InlineData(RevocationGround.Left, 0), InlineData(RevocationGround.Replaced, 0)]
    public void Only_grounds_that_cast_doubt_count(RevocationGround ground, int findings) => Case.Then(On(ground), Clerk).Found(Rule).Count.ShouldBe(findings);

    [Fact]
    public void Another_duty_s_appointment_is_no_examiner_s() =>
        new History().Then(Made with { Duty = "issue-credentials" }, Clerk).Then(On(RevocationGround.Misconduct), Clerk).Found(Rule).ShouldBeEmpty();

    [Fact]
    public void Everything_that_the_examiner_touched_is_named_with_how_it_stands()
    {
        // A second case whose credential was revoked, a third where the examiner only recorded the result, and one of another examiner.
        var (second, third, other) = (Declared with { Result = Id(0xE2) }, Declared with { Result = Id(0xE3), Examiners = [SecondExaminer] }, Declared with { Result = Id(0xE4), Examiners = [SecondExaminer] });
        var history = Case.Then(second, Clerk)
            .Then(Granted with { Decision = Id(0xDE2), Results = [second.Result] }, Certifier).Then(Issued with { Credential = Id(0xCE2), Decision = Id(0xDE2) }, Registrar)
            .Then(Revoked with { Credential = Id(0xCE2) }, Revoker)
            .Then(third, Examiner).Then(Granted with { Decision = Id(0xDE3), Results = [third.Result], Ruling = Ruling.Refused }, Certifier)
            .Then(other, Clerk).Then(Granted with { Decision = Id(0xDE4), Results = [other.Result] }, Certifier)
            .Then(On(RevocationGround.Misconduct), Clerk);
        var found = history.Found(Rule).ShouldHaveSingleItem();
        found.Sequences().ShouldBe([15]);
        found.Reaches.Select(s => (s.Sequence, s.Note)).ShouldBe(
        [
            (4, "stands"), (5, "granted"), (6, "valid"), (7, "stands"), (8, "granted"), (9, "revoked"), (10, null), (11, "stands"), (12, "refused"),
        ]);
        found.Values.Skip(2).ShouldBe([3, 3, 2, 1, 0]);
    }

    [Fact]
    public void Whoever_only_corrected_touched_it_too() =>
        new History().Then(Made, Clerk).Then(Declared with { Examiners = [SecondExaminer] }, Clerk).Then(Superseded(Grade.Competent, 9_000, Examiner), Clerk).Then(On(RevocationGround.Misconduct), Clerk)
            .Found(Rule).ShouldHaveSingleItem().Reaches.Select(s => s.Sequence).ShouldBe([2, 3]);

    [Fact]
    public void Whoever_annulled_decided_or_issued_touched_that_too()
    {
        var other = Declared with { Result = Id(0xE4), Examiners = [SecondExaminer] };
        new History().Then(Made, Clerk).Then(other, Clerk).Then(Annulled with { Result = other.Result }, Examiner).Then(On(RevocationGround.Misconduct), Clerk)
            .Found(Rule).Single().Reaches.Select(s => s.Sequence).ShouldBe([2, 3]);
        new History().Then(Made, Clerk).Then(other, Clerk).Then(Granted with { Results = [other.Result], DecidedBy = Examiner }, Examiner).Then(Issued, Registrar).Then(On(RevocationGround.Misconduct), Clerk)
            .Found(Rule).Single().Reaches.Select(s => s.Sequence).ShouldBe([3, 4]);
        new History().Then(Made, Clerk).Then(other, Clerk).Then(Granted with { Results = [other.Result] }, Certifier).Then(Issued with { IssuedBy = Examiner }, Examiner).Then(On(RevocationGround.Misconduct), Clerk)
            .Found(Rule).Single().Reaches.Select(s => s.Sequence).ShouldBe([4]);
    }

    [Fact]
    public void What_becomes_known_later_belongs_to_the_same_finding()
    {
        var history = Case.Then(On(RevocationGround.Misconduct), Clerk);
        var before = history.Found(Rule).Single();
        var after = history.Then(Revoked, Revoker).Found(Rule).Single();
        (after.Id, after.Reaches.Count).ShouldBe((before.Id, before.Reaches.Count + 1));
        after.Values[5].ShouldBe(0, "none of the credentials is valid any more");
    }

    [Theory]
    [InlineData("2030-03-14 10:00", "valid")]
    [InlineData("2030-03-15 10:00", "expired")]
    public void A_credential_expires_by_the_day_of_the_last_event(string last, string standing) =>
        Case.At(last).Then(On(RevocationGround.Misconduct), Clerk).Found(Rule).Single().Reaches.Single(s => s.Type == "credential-issued").Note.ShouldBe(standing);
}
