using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>A person: name and posts. The national id is not shown, not even in part: who asks by id does not need it.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Null once the person's data was erased.</param>
/// <param name="Personnel">Kind of public personnel.</param>
/// <param name="Synthetic">True for a made-up person.</param>
/// <param name="Erased">Whether the person's data was erased.</param>
/// <param name="Posts">Every post held, in the order of recording.</param>
public sealed record PersonView(Guid Id, PersonName? Name, Personnel Personnel, bool Synthetic, bool Erased, IReadOnlyList<PersonView.Post> Posts)
{
    /// <summary>A post and the days in it; without an end while it is held.</summary>
    public sealed record Post(string Agency, string Number, string? Unit, string? Level, DateOnly From, DateOnly? Until);

    /// <summary>Show a person.</summary>
    [WolverineGet("/api/people/{personId:guid}"), Personal("person")]
    public static Task<IResult> Get(Guid personId, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<Person>(personId, Person.Missing, person => person.Id, async person =>
        {
            var key = await sealer.KeyOf(personId, token);
            var registered = person.Registered;
            return new PersonView(personId, key?.Open<PersonRegistered, PersonName>("name", registered.Name),
                registered.Personnel, registered.Synthetic, key is null, [.. person.Posts.Select(held => PostOf(person, held))]);
        }, token);

    private static Post PostOf(Person person, PostHeld held) => new(held.Agency, held.Post, held.Unit, held.Level, held.From,
        person.Left.FirstOrDefault(l => l.Agency == held.Agency && l.Post == held.Post && l.Until >= held.From)?.Until);
}
