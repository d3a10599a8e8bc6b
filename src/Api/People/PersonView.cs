using CredentialLedger.Api.AsOf;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>
/// A person: name and posts. The national id is not shown, not even in part: who asks by id does not need it. As of a moment, the posts that were held on its day;
/// the kind of personnel has no dates, so that is of now; and so is the name, since what somebody was called before is nobody's business.
/// </summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Null once the person's data was erased.</param>
/// <param name="Personnel">Kind of public personnel.</param>
/// <param name="Synthetic">True for a made-up person.</param>
/// <param name="Erased">Whether the person's data was erased.</param>
/// <param name="Posts">Every post held, in the order of recording; as of a moment, those held on its day.</param>
/// <param name="AsOf">Where a moment was asked for, the one at whose day in Thailand dates are judged.</param>
/// <param name="KnownAt">Where a moment was asked for, the one up to which recorded events count.</param>
/// <param name="Sequence">Where a moment was asked for, the place in the ledger of the person's last event that was taken into account; 0 before the first.</param>
/// <param name="KnownSince">Where a moment was asked for, what has become known since about the posts of the same day.</param>
public sealed record PersonView(Guid Id, PersonName? Name, Personnel Personnel, bool Synthetic, bool Erased, IReadOnlyList<PersonView.Post> Posts,
    DateTimeOffset? AsOf = null, DateTimeOffset? KnownAt = null, long? Sequence = null, KnownSince<ValueList<PersonView.Post>>? KnownSince = null)
{
    /// <summary>A post and the days in it; without an end while it is held.</summary>
    public sealed record Post(string Agency, string Number, string? Unit, string? Level, DateOnly From, DateOnly? Until);

    /// <summary>Show a person.</summary>
    [WolverineGet("/api/people/{personId:guid}"), Personal("person")]
    public static Task<IResult> Get(Guid personId, string? asOf, string? knownAt, Viewer viewer, Sealer sealer, TimeProvider clock, CancellationToken token) =>
        string.IsNullOrEmpty(asOf) && string.IsNullOrEmpty(knownAt)
            ? viewer.Personal<Person>(personId, Person.Missing, person => person.Id, async person => await Of(person, sealer, token), token)
            : viewer.PersonalAt<Person>(personId, Person.Missing, (asOf, knownAt), person => person.Id, async (moments, seen) => await Of(seen.Now!, sealer, token) with
            {
                Posts = On(seen.Then, moments.Day),
                AsOf = moments.AsOf,
                KnownAt = moments.KnownAt,
                Sequence = seen.Sequence,
                KnownSince = seen.Tell(clock.GetUtcNow(), person => On(person, moments.Day)),
            }, token);

    private static async Task<PersonView> Of(Person person, Sealer sealer, CancellationToken token)
    {
        var key = await sealer.KeyOf(person.Id, token);
        var registered = person.Registered;
        return new(person.Id, key?.NameOf(person),
            registered.Personnel, registered.Synthetic, key is null, [.. person.Posts.Select(held => PostOf(person, held))]);
    }

    private static ValueList<Post> On(Person? person, DateOnly day) => [.. person?.PostsOn(day).Select(held => PostOf(person, held)) ?? []];

    private static Post PostOf(Person person, PostHeld held) => new(held.Agency, held.Post, held.Unit, held.Level, held.From,
        person.Left.FirstOrDefault(l => l.Agency == held.Agency && l.Post == held.Post && l.Until >= held.From)?.Until);
}
