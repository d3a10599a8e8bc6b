using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.People;

public class HoldPostSpec
{
    private static HoldPost Hold => new("1204", "DGA", "Training", "K2", new(2025, 10, 1));

    private static Func<Person?, Outcome> By(HoldPost command) => person => command.Decide(person, Acting(Registrar));

    [Fact]
    public void A_person_holds_a_post_from_a_date_on() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Hold))
        .Then(Held);

    [Fact]
    public void Personnel_without_a_level_hold_posts_too() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Hold with { Unit = null, Level = null }))
        .Then(Held with { Unit = null, Level = null });

    [Fact]
    public void The_same_post_from_the_same_date_is_nothing_new() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When(By(Hold))
        .ThenNothing();

    [Fact]
    public void A_repeat_is_nothing_new_even_after_the_post_was_left() => Spec<Person>
        .Given(Registered(Candidate), Held, Left)
        .When(By(Hold))
        .ThenNothing();

    [Fact]
    public void A_person_may_hold_two_posts_at_once() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When(By(Hold with { Post = "77" }))
        .Then(Held with { Post = "77" });

    [Fact]
    public void The_same_number_in_another_agency_is_another_post() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When(By(Hold with { Agency = "OCSC" }))
        .Then(Held with { Agency = "OCSC" });

    [Fact]
    public void A_post_that_was_left_may_be_held_again_from_the_next_day() => Spec<Person>
        .Given(Registered(Candidate), Held, Left)
        .When(By(Hold with { From = new(2026, 10, 1) }))
        .Then(Held with { From = new(2026, 10, 1) });

    [Fact]
    public void The_time_in_a_post_does_not_overlap_the_time_before() => Spec<Person>
        .Given(Registered(Candidate), Held, Left)
        .When(By(Hold with { From = new(2026, 9, 30) }))
        .ThenRejected(HoldPost.Overlaps);

    [Theory, InlineData("K3", "2025-10-01"), InlineData("K2", "2025-11-01")]
    public void A_post_that_is_held_is_not_held_again_otherwise(string level, string from) => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When(By(Hold with { Level = level, From = Day(from) }))
        .ThenRejected(HoldPost.AlreadyHeld);

    [Theory, InlineData("K6"), InlineData("k2"), InlineData("")]
    public void A_level_is_one_of_the_thirteen(string level) => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Hold with { Level = level }))
        .ThenRejected(HoldPost.UnknownLevel);

    [Fact]
    public void Nobody_unknown_holds_a_post() => Spec<Person>
        .Given()
        .When(By(Hold))
        .ThenRejected(Person.Missing);

    [Theory, InlineData(""), InlineData(" x"), InlineData("x "), InlineData("a\nb"), InlineData("a\0b"), InlineData("a\u202Eb")]
    public void Post_agency_and_unit_are_plain_lines(string text)
    {
        foreach (var hold in new[] { Hold with { Post = text }, Hold with { Agency = text }, Hold with { Unit = text } })
            Spec<Person>.Given(Registered(Candidate)).When(By(hold)).ThenRejected(HoldPost.BadText);
    }

    [Fact]
    public void A_post_that_reports_to_another_says_so() => Spec<Person>.Given(Registered(Candidate))
        .When(p => new HoldPost(Held.Post, Held.Agency, Held.Unit, Held.Level, Held.From, "1001").Decide(p, Acting(Registrar)))
        .Then(Held with { Supervisor = "1001" });

    [Fact]
    public void A_post_does_not_report_to_itself() => Spec<Person>.Given(Registered(Candidate))
        .When(p => new HoldPost(Held.Post, Held.Agency, Held.Unit, Held.Level, Held.From, Held.Post).Decide(p, Acting(Registrar)))
        .ThenRejected(HoldPost.SupervisesItself);

    [Theory]
    [InlineData("2025-10-01", true), InlineData("2026-09-30", true), InlineData("2026-10-01", false), InlineData("2025-09-30", false)]
    public void Whoever_holds_the_post_to_which_anothers_reports_supervises_them_while_both_hold_theirs(string day, bool supervises)
    {
        var staff = Fold.Of<Person>(Registered(Candidate), Held with { Supervisor = "1001" }, Left)!;
        var chief = Fold.Of<Person>(Registered(Examiner), new PostHeld(Examiner, "1001", Held.Agency, null, "M1", new(2020, 1, 1)))!;
        (chief.Supervises(staff, Day(day)) is not null).ShouldBe(supervises);
        staff.Supervises(chief, Day(day)).ShouldBeNull();
        staff.Supervises(staff, Day(day)).ShouldBeNull();
    }

    [Fact]
    public void A_person_whose_data_was_erased_takes_no_post() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDone)
        .When(By(new HoldPost("1204", "DGA", "Training", "K2", new(2025, 10, 1))))
        .ThenRejected(Person.Erased);

    [Fact]
    public void Nobody_puts_themself_in_a_post() => Spec<Person>.Given(Registered(Candidate))
        .When(p => Hold.Decide(p, Acting(Candidate)))
        .ThenRejected(HoldPost.OfOneself);
}
