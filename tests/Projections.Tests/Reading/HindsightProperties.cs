using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.People;
using CredentialLedger.Projections.Reading;
using CsCheck;
using static CredentialLedger.Projections.Tests.Reading.Histories;

namespace CredentialLedger.Projections.Tests.Reading;

/// <summary>What holds of random histories, asked at random moments and days.</summary>
public sealed class HindsightProperties
{
    private static readonly Gen<(Recorded[] Events, DateTimeOffset Moment, DateOnly Day)> Asked =
        Gen.Select(Any.Where(e => e.Length > 0), Gen.Int[-120, 300].Select(h => Noon.AddHours(h)), Gen.Int[-8, 40].Select(Day.AddDays));

    private static ValueList<Skill> On(SkillProfile? row, DateOnly day) => [.. row?.On(day) ?? []];

    // Told apart from the code under test: the log as it was, and a plain fold of it.
    private static Recorded[] LogAt(Recorded[] events, DateTimeOffset moment) =>
        [.. events.Where(e => !events.Any(p => p.Stream == e.Stream && p.Version <= e.Version && p.At > moment))];

    private static SkillProfile? Fold(IEnumerable<Recorded> events) => events.Aggregate((SkillProfile?)null, SkillProfile.Fold);

    [Fact]
    public void The_answer_as_of_a_moment_is_the_answer_that_was_given_then() => Asked.Sample((events, moment, day) =>
    {
        var log = LogAt(events, moment);
        var seen = Hindsight<SkillProfile>.Of(events, moment, SkillProfile.Fold);
        On(seen.Then, day).ShouldBe(On(Fold(log), day));
        seen.Sequence.ShouldBe(log.Length == 0 ? 0 : log[^1].Sequence);
        // And what is recorded later never changes it.
        if (log.Length > 0) On(Hindsight<SkillProfile>.Of(log, moment, SkillProfile.Fold).Now, day).ShouldBe(On(seen.Then, day));
    }, iter: 20_000);

    [Fact]
    public void What_is_known_now_does_not_depend_on_the_moment_and_differs_only_by_what_is_told() => Asked.Sample((events, moment, day) =>
    {
        var seen = Hindsight<SkillProfile>.Of(events, moment, SkillProfile.Fold);
        On(seen.Now, day).ShouldBe(On(Fold(events), day));
        seen.LastSequence.ShouldBe(events[^1].Sequence);
        var changes = seen.Changes(row => On(row, day));
        changes.ShouldBeSubsetOf(events.Except(LogAt(events, moment)));
        if (changes.Count == 0) On(seen.Since is [.., var last] ? last.After : seen.Then, day).ShouldBe(On(seen.Then, day));
    }, iter: 20_000);

    [Fact]
    public void A_moment_after_the_last_event_leaves_nothing_to_become_known() => Asked.Sample((events, _, day) =>
    {
        var seen = Hindsight<SkillProfile>.Of(events, events.Max(e => e.At), SkillProfile.Fold);
        seen.Since.ShouldBeEmpty();
        On(seen.Then, day).ShouldBe(On(seen.Now, day));
    }, iter: 5_000);
}
