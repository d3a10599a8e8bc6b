using System.Collections;
using System.Reflection;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Kernel;

/// <summary>No decider gives an event with a day that nobody can mean, whatever the event and wherever in it the day stands.</summary>
public class PlausibleDaySpec
{
    public static TheoryData<LedgerEvent> Events => [.. EvolveSpec.EveryEvent];

    [Theory, InlineData("1900-01-01"), InlineData("1958-02-28"), InlineData("2026-11-29"), InlineData("2199-12-31")]
    public void A_day_that_somebody_can_mean_is_recorded(string day)
    {
        Outcome outcome = Held with { From = DateOnly.Parse(day) };
        outcome.Rejection.ShouldBeNull();
    }

    [Theory, InlineData("0001-01-01"), InlineData("1026-11-29"), InlineData("1899-12-31"), InlineData("2200-01-01"), InlineData("2206-11-29"), InlineData("2443-01-01"), InlineData("2569-11-29"), InlineData("9999-12-31")]
    public void One_that_nobody_can_is_refused_by_the_name_of_its_field(string day)
    {
        Outcome outcome = Held with { From = DateOnly.Parse(day) };
        outcome.Rejection.ShouldBe(PlausibleDay.Implausible with { Field = "from" });
        outcome.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_events_none_is_recorded()
    {
        Outcome.Together(Held, Left with { Until = DateOnly.MaxValue }).ShouldBe(PlausibleDay.Implausible with { Field = "until" });
        Outcome.Together(Held with { From = DateOnly.MinValue }, Left).ShouldBe(PlausibleDay.Implausible with { Field = "from" });
    }

    [Fact]
    public void What_was_recorded_before_the_rule_replays_and_the_same_command_again_is_a_repeat()
    {
        var before = Completed with { CompletedOn = DateOnly.MinValue };
        var command = new RecordCompletion(CompletionId, Candidate, CourseId, DateOnly.MinValue, Completed.Evidence);
        Fold.Of<Completion>(before)!.Recorded.ShouldBe(before);
        Spec<Completion>.Given(before).When(c => command.Decide(c, Fold.Of<Person>(Registered(Candidate)), Fold.Of<Course>(Defined), Today)).ThenNothing();
    }

    [Theory, MemberData(nameof(Events))]
    public void Every_day_of_every_event_is_looked_at(LedgerEvent sample)
    {
        PlausibleDay.FlawIn(sample).ShouldBeNull();
        foreach (var (spoilt, name) in Spoilt(sample)) ((Outcome)(LedgerEvent)spoilt).ShouldBe(PlausibleDay.Implausible with { Field = name }, spoilt.ToString());
    }

    [Fact]
    public void There_are_such_days() => EvolveSpec.EveryEvent.SelectMany(Spoilt).Count().ShouldBeGreaterThan(60);

    // The same with one day of it, or of a record inside it, that nobody can mean.
    private static IEnumerable<(object Spoilt, string Name)> Spoilt(object stored)
    {
        if (stored.GetType().GetCustomAttribute<StoredAttribute>() is not { } attribute) yield break;
        foreach (var (parameter, name) in stored.GetType().GetConstructors().Single().GetParameters().Zip(attribute.Names))
        {
            var property = stored.GetType().GetProperty(parameter.Name!)!;
            if (property.PropertyType == typeof(DateOnly) || property.PropertyType == typeof(DateOnly?)) yield return (With(property, DateOnly.MaxValue), name);
            else if (property.GetValue(stored) is IEnumerable list and not string) list.Cast<object>().SelectMany(Spoilt).ShouldBeEmpty("the rule looks into records, not into lists of them");
            else if (property.GetValue(stored) is { } part)
                foreach (var (inner, day) in Spoilt(part)) yield return (With(property, inner), day);
        }

        object With(PropertyInfo property, object value)
        {
            var copy = stored.GetType().GetMethod("<Clone>$")!.Invoke(stored, null)!;
            property.SetValue(copy, value);
            return copy;
        }
    }
}
