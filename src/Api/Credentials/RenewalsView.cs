using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>What a person can have renewed, now or later: every credential of theirs that counts or is in its grace, has an end and a scheme with rules for it, and was not renewed.</summary>
/// <param name="Person">The person.</param>
/// <param name="Credentials">The credentials, those that end first before the others.</param>
public sealed record RenewalsView(Guid Person, IReadOnlyList<RenewalsView.Renewable> Credentials)
{
    /// <summary>A credential that can be renewed.</summary>
    /// <param name="Credential">The credential.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="ValidUntil">Its last day.</param>
    /// <param name="From">The first day on which it may be renewed.</param>
    /// <param name="Until">The last day on which it may.</param>
    public sealed record Renewable(Guid Credential, string Number, DateOnly ValidUntil, DateOnly From, DateOnly Until);

    /// <summary>Show what a person can have renewed.</summary>
    [WolverineGet("/api/people/{personId:guid}/renewals"), Personal("renewals")]
    public static Task<IResult> Get(Guid personId, Viewer viewer, EventReader events, RenewalReader renewals, TimeProvider clock, CancellationToken token) =>
        viewer.Personal<Domain.People.Person>(personId, Domain.People.Person.Missing, p => p.Id, async _ =>
        {
            var held = new Dictionary<Guid, CredentialStanding?>();
            await foreach (var e in events.Read(new() { Person = personId }, token))
                if (CredentialStanding.RowOf(e.Data) is { } id) held[id] = CredentialStanding.Fold(held.GetValueOrDefault(id), e);
            var open = new List<Renewable>();
            foreach (var c in held.Values.OfType<CredentialStanding>().Where(c => !held.ContainsKey(Credential.RenewalOf(c.Decision))))
                if (await renewals.DaysOf(c, token) is { } days && clock.ThaiToday() <= days.Until) open.Add(new(c.Id, c.Document.Number, c.ValidUntil!.Value, days.From, days.Until));
            return new RenewalsView(personId, [.. open.OrderBy(c => c.ValidUntil).ThenBy(c => c.Number, StringComparer.Ordinal)]);
        }, token);
}
