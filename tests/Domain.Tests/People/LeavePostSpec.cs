using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.People;

public class LeavePostSpec
{
    private static LeavePost Leave => new("1204", "DGA", new(2026, 9, 30));

    [Fact]
    public void A_person_leaves_a_post_after_a_last_day() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When(Leave.Decide)
        .Then(Left);

    [Fact]
    public void A_post_may_be_held_for_one_day() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When((Leave with { Until = Held.From }).Decide)
        .Then(Left with { Until = Held.From });

    [Fact]
    public void Leaving_again_on_the_same_day_is_nothing_new() => Spec<Person>
        .Given(Registered(Candidate), Held, Left)
        .When(Leave.Decide)
        .ThenNothing();

    [Fact]
    public void A_post_that_was_left_is_not_left_on_another_day() => Spec<Person>
        .Given(Registered(Candidate), Held, Left)
        .When((Leave with { Until = new(2026, 10, 31) }).Decide)
        .ThenRejected(LeavePost.NotHeld);

    [Fact]
    public void A_post_held_again_is_left_again() => Spec<Person>
        .Given(Registered(Candidate), Held, Left, Held with { From = new(2026, 10, 1) })
        .When((Leave with { Until = new(2027, 1, 31) }).Decide)
        .Then(Left with { Until = new(2027, 1, 31) });

    [Fact]
    public void Nobody_leaves_a_post_that_they_do_not_hold() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When((Leave with { Post = "77" }).Decide)
        .ThenRejected(LeavePost.NotHeld);

    [Fact]
    public void The_last_day_is_not_before_the_first() => Spec<Person>
        .Given(Registered(Candidate), Held)
        .When((Leave with { Until = Held.From.AddDays(-1) }).Decide)
        .ThenRejected(LeavePost.BeforeStart);

    [Fact]
    public void Nobody_unknown_leaves_a_post() => Spec<Person>
        .Given()
        .When(Leave.Decide)
        .ThenRejected(Person.Missing);
}
