using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.People;
using CredentialLedger.Projections.Reading;
using static CredentialLedger.Projections.Tests.Reading.Histories;

namespace CredentialLedger.Projections.Tests.Reading;

/// <summary>What was known at a moment, and what has become known since, told apart.</summary>
public sealed class HindsightSpec
{
    private static Hindsight<SkillProfile> Profile(DateTimeOffset knownAt, params Recorded[] events) => Hindsight<SkillProfile>.Of(events, knownAt, SkillProfile.Fold);

    private static ValueList<Skill> On(SkillProfile? row, DateOnly day) => [.. row?.On(day) ?? []];

    [Fact]
    public void A_result_recorded_late_was_not_known_on_its_day_and_is_known_since()
    {
        var late = Event(1, Declared(1, Day), Noon.AddDays(9));
        var seen = Profile(Noon, late);
        On(seen.Then, Day).ShouldBeEmpty();
        seen.Sequence.ShouldBe(0, "nothing was known");
        On(seen.Now, Day).Single().Status.ShouldBe(SkillStatus.Competent);
        seen.Changes(row => On(row, Day)).ShouldBe([late]);
        seen.Changes(row => On(row, Day.AddDays(-1))).ShouldBeEmpty("the day before the assessment it changes nothing");
    }

    [Fact]
    public void An_annulment_is_known_since_and_takes_nothing_from_what_was_known()
    {
        var annulled = Event(3, new ResultAnnulled(Person, Source(1), "F", "U", 1, AnnulmentGround.Fraud, null), Noon.AddDays(2), 2);
        var seen = Profile(Noon, Event(2, Declared(1, Day), Noon), annulled);
        On(seen.Then, Day).Single().Status.ShouldBe(SkillStatus.Competent);
        seen.Sequence.ShouldBe(2);
        On(seen.Now, Day).ShouldBeEmpty();
        seen.LastSequence.ShouldBe(3);
        seen.Changes(row => On(row, Day)).ShouldBe([annulled]);
    }

    [Fact]
    public void What_changes_nothing_of_the_answer_is_not_told()
    {
        var seen = Profile(Noon, Event(1, Declared(1, Day), Noon), Event(2, Declared(2, Day.AddDays(3)), Noon.AddDays(3)));
        seen.Since.Count.ShouldBe(1);
        seen.Changes(row => On(row, Day)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1, Standing.Revoked, 1)]
    [InlineData(0, Standing.Revoked, 1)]
    [InlineData(1, Standing.Valid, 0)]
    public void A_revocation_recorded_later_counts_from_its_effective_day(int effective, Standing now, int changes)
    {
        Recorded[] events = [Event(1, Issued(1, Day.AddDays(-10)), Noon.AddDays(-10)), Event(2, Revoked(1, Day.AddDays(effective)), Noon.AddDays(5), 2)];
        var seen = Hindsight<CredentialStanding>.Of(events, Noon, CredentialStanding.Fold);
        seen.Then!.On(Day).ShouldBe(Standing.Valid);
        seen.Now!.On(Day).ShouldBe(now);
        seen.Changes(row => row?.On(Day)).Count.ShouldBe(changes);
    }

    [Theory]
    [InlineData(-1, Standing.Valid), InlineData(0, Standing.Suspended), InlineData(2, Standing.Suspended), InlineData(3, Standing.Valid), InlineData(40, Standing.Expired)]
    public void A_suspended_credential_counts_again_from_the_day_of_its_reinstatement(int day, Standing standing)
    {
        Recorded[] events = [Event(1, Issued(1, Day.AddDays(-10)), Noon.AddDays(-10)), Event(2, Suspended(1, Day), Noon, 2), Event(3, Reinstated(1, Day.AddDays(3)), Noon.AddDays(3), 3)];
        Hindsight<CredentialStanding>.Of(events, Noon.AddDays(9), CredentialStanding.Fold).Then!.On(Day.AddDays(day)).ShouldBe(standing);
        (On(Profile(Noon.AddDays(9), events).Then, Day.AddDays(day)).Count == 1).ShouldBe(standing is Standing.Valid, "a suspended credential shows no skill");
    }

    [Fact]
    public void A_credential_that_was_suspended_when_it_was_revoked_is_revoked()
    {
        Recorded[] events = [Event(1, Issued(1, Day), Noon), Event(2, Suspended(1, Day), Noon, 2), Event(3, Revoked(1, Day.AddDays(1)), Noon.AddDays(1), 3)];
        var seen = Hindsight<CredentialStanding>.Of(events, Noon, CredentialStanding.Fold);
        seen.Now!.On(Day).ShouldBe(Standing.Suspended);
        seen.Now.On(Day.AddDays(1)).ShouldBe(Standing.Revoked);
        seen.Changes(row => row?.On(Day.AddDays(1))).Count.ShouldBe(1);
    }

    [Fact]
    public void A_revocation_that_an_appeal_undid_was_known_before_and_never_was_since()
    {
        var upheld = Event(3, new AppealUpheld(Person, Source(1), new(1, Person, Source(0xE1), "", ""), Day.AddDays(5), Source(0xA5)), Noon.AddDays(5), 3);
        Recorded[] events = [Event(1, Issued(1, Day.AddDays(-10)), Noon.AddDays(-10)), Event(2, Revoked(1, Day), Noon, 2), upheld];
        var seen = Hindsight<CredentialStanding>.Of(events, Noon.AddDays(2), CredentialStanding.Fold);
        seen.Then!.On(Day.AddDays(2)).ShouldBe(Standing.Revoked);
        seen.Now!.On(Day.AddDays(2)).ShouldBe(Standing.Valid);
        seen.Changes(row => row?.On(Day.AddDays(2))).ShouldBe([upheld]);
        On(Profile(Noon.AddDays(9), events).Then, Day.AddDays(2)).Single().Status.ShouldBe(SkillStatus.Certified);
    }

    [Fact]
    public void The_moment_itself_is_included_to_the_microsecond()
    {
        Profile(Noon, Event(1, Declared(1, Day), Noon)).Sequence.ShouldBe(1);
        Profile(Noon.AddMicroseconds(-1), Event(1, Declared(1, Day), Noon)).Sequence.ShouldBe(0);
    }

    [Fact]
    public void A_clock_that_was_set_back_leaves_no_hole_in_a_stream()
    {
        Recorded[] events = [Event(1, Issued(1, Day), Noon.AddHours(2)), Event(2, Revoked(1, Day), Noon, 2)];
        var seen = Hindsight<CredentialStanding>.Of(events, Noon.AddHours(1), CredentialStanding.Fold);
        seen.Then.ShouldBeNull("the revocation without the issue would be a history that never was");
        seen.Now!.On(Day).ShouldBe(Standing.Revoked);
    }
}
