using CredentialLedger.Domain.People;
using CsCheck;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.People;

public class PersonSequenceSpec
{
    private static readonly PersonRegistered Particulars = Registered(Candidate);
    private static readonly Gen<string> Post = Gen.OneOf("1", "2");
    private static readonly Gen<DateOnly> Date = Gen.Int[1, 12].Select(day => new DateOnly(2027, 1, day));

    private static readonly Gen<Step<Person>> Steps = Gen.Frequency(
        (1, (IGen<Step<Person>>)Gen.Select(Gen.Enum<Personnel>(), Gen.OneOf<Guid?>(null, null, Candidate, Stranger), (personnel, known) =>
        {
            var command = new RegisterPerson(Candidate, Particulars.Name, Particulars.NationalId, personnel, false);
            return new Step<Person>(command, p => command.Decide(p, known));
        })),
        (3, Gen.Select(Post, Gen.OneOf<string?>("K1", "K2", null, "K9"), Date, (post, level, from) =>
        {
            var command = new HoldPost(post, "DGA", null, level, from);
            return new Step<Person>(command, p => command.Decide(p, Acting(Registrar)));
        })),
        (3, Gen.Select(Post, Date, (post, until) =>
        {
            var command = new LeavePost(post, "DGA", until);
            return new Step<Person>(command, command.Decide);
        })));

    [Fact]
    public void Whatever_comes_nobody_is_in_one_post_twice_at_a_time() =>
        Sequences.Hold(Steps, NeverTwiceAtATime, typeof(PersonRegistered), typeof(PostHeld), typeof(PostLeft));

    private static void NeverTwiceAtATime(Person person)
    {
        foreach (var post in person.Posts.GroupBy(p => p.Post))
        {
            DateOnly[] starts = [.. post.Select(p => p.From)], ends = [.. person.Left.Where(l => l.Post == post.Key).Select(l => l.Until)];
            ends.Length.ShouldBeInRange(starts.Length - 1, starts.Length);
            for (var i = 0; i < ends.Length; i++) starts[i].ShouldBeLessThanOrEqualTo(ends[i]);
            for (var i = 1; i < starts.Length; i++) ends[i - 1].ShouldBeLessThan(starts[i]);
        }
    }
}
