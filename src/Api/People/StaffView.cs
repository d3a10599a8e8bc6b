using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>Somebody whose post reports to one of the caller's today.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name">Null once their data was erased.</param>
/// <param name="Posts">The posts that report to the caller's.</param>
public sealed record StaffView(Guid Person, PersonName? Name, IReadOnlyList<StaffView.Post> Posts)
{
    /// <summary>A post of theirs, and the caller's to which it reports.</summary>
    public sealed record Post(string Agency, string Number, string? Unit, string? Level, DateOnly From, string ReportsTo);

    /// <summary>Show the caller's own staff; nobody to who supervises nobody.</summary>
    [WolverineGet("/api/staff"), SignedIn]
    public static async Task<IResult> Get(SignedIn signedIn, Viewer viewer, EventReader events, PersonKeys keys, TimeProvider clock, CancellationToken token)
    {
        var (principal, stranger) = signedIn.Who();
        if (principal is not { Id: var caller }) return stranger!;
        PostHeld[] mine = await events.Fold<Person>(caller, token) is { } me ? [.. me.PostsOn(clock.ThaiToday())] : [];
        if (mine is not [var first, ..]) return Results.Ok(Array.Empty<StaffView>());

        var staff = new Dictionary<Guid, Person>();
        foreach (var post in mine)
            foreach (var person in await ReportingTo(post, events, token)) staff[person.Id] = person;
        var reports = staff.Values.Where(p => p.Id != caller).Select(p => (Person: p, Posts: ReportsOf(p, mine, clock.ThaiToday()))).Where(r => r.Posts.Count > 0).ToArray();
        var opened = await keys.Get([.. reports.Select(r => r.Person.Id)], token);
        return await viewer.List(new(caller, first.Agency, Duties.Supervise.Code, $"post:{first.Post}"), "staff", string.Join(' ', mine.Select(p => $"{p.Agency}/{p.Post}")),
            [.. reports.Select(r => new StaffView(r.Person.Id, opened.GetValueOrDefault(r.Person.Id)?.NameOf(r.Person), r.Posts))], token);
    }

    private static async Task<IEnumerable<Person>> ReportingTo(PostHeld post, EventReader events, CancellationToken token)
    {
        var persons = new Dictionary<Guid, Person?>();
        await foreach (var e in events.Read(new() { ReportingTo = (post.Agency, post.Post) }, token))
            persons[e.Stream] = Domain.People.Person.Evolve(persons.GetValueOrDefault(e.Stream), e.Data);
        return persons.Values.OfType<Person>();
    }

    private static IReadOnlyList<Post> ReportsOf(Person person, PostHeld[] mine, DateOnly today) =>
        [.. person.PostsOn(today).Where(p => mine.Any(m => m.Agency == p.Agency && m.Post == p.Supervisor)).Select(p => new Post(p.Agency, p.Post, p.Unit, p.Level, p.From, p.Supervisor!))];
}
