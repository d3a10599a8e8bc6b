using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Every credential that a person was ever issued, with what it waits for.</summary>
/// <param name="Person">The holder.</param>
/// <param name="Credentials">The latest first.</param>
public sealed record HeldCredentialsView(Guid Person, IReadOnlyList<HeldCredentialsView.Held> Credentials)
{
    /// <summary>A credential.</summary>
    /// <param name="Id">The credential.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="TitleTh">What it certifies, in Thai.</param>
    /// <param name="TitleEn">What it certifies, in English.</param>
    /// <param name="Standing">How it stands today.</param>
    /// <param name="ValidFrom">First day of validity.</param>
    /// <param name="ValidUntil">Last day of validity; null without end.</param>
    /// <param name="SuspendedFrom">First day of the suspension that today falls into; null for none.</param>
    /// <param name="RevokedFrom">First day on which it is valid no more, after a revocation.</param>
    /// <param name="Pending">What it waits for; null for nothing.</param>
    public sealed record Held(Guid Id, string Number, string TitleTh, string TitleEn, Standing Standing, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? SuspendedFrom, DateOnly? RevokedFrom, Pending? Pending);

    /// <summary>List them, for the holder and for who may read their record.</summary>
    [WolverineGet("/api/people/{personId:guid}/credentials"), Personal("credentials")]
    public static Task<IResult> Get(Guid personId, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token) =>
        viewer.Personal<Person>(personId, Domain.People.Person.Missing, person => person.Id, async _ => (object)await Of(personId, events, clock.ThaiToday(), token), token);

    private static async Task<HeldCredentialsView> Of(Guid person, EventReader events, DateOnly today, CancellationToken token)
    {
        var credentials = new Dictionary<Guid, CredentialNow>();
        await foreach (var e in events.Read(new() { Person = person }, token))
            if (CredentialNow.Has(e)) credentials[e.Stream] = CredentialNow.After(credentials.GetValueOrDefault(e.Stream), e);
        var schemes = new Dictionary<Guid, SchemeEstablished>();
        foreach (var scheme in credentials.Values.Select(c => c.State.Issued.Scheme).Distinct()) schemes[scheme] = (await events.Fold<Scheme>(scheme, token))!.Established;
        return new(person, [.. credentials.Values.Select(c => Of(c, schemes[c.State.Issued.Scheme], today)).Reverse()]);
    }

    private static Held Of(CredentialNow now, SchemeEstablished scheme, DateOnly today) => new(now.Standing.Id, now.Standing.Document.Number, scheme.TitleTh, scheme.TitleEn,
        now.Standing.On(today), now.Standing.ValidFrom, now.Standing.ValidUntil, now.Standing.SuspendedOn(today)?.From, now.Standing.RevokedFrom, Pending.Of(now.State, today));
}
