using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Verification;

/// <summary>Who was entitled at a past moment, replayed from events, each moment once.</summary>
public sealed class PastAuthority(AuthorityCache authority, EventReader events)
{
    private readonly Dictionary<DateTimeOffset, Entitlements> known = [];

    /// <summary>An act, and whether its actor was entitled when it was recorded and at the moment asked.</summary>
    public async Task<PastAct> Of(Recorded act, DateTimeOffset at, CancellationToken token) =>
        new(act.At, act.By.Organisation, act.By.Duty, act.By.Authority.Split(':')[0], await Entitled(act.By, act.At, token), await Entitled(act.By, at, token));

    /// <summary>A certification body as it stood.</summary>
    public async Task<PastBody> Body(string organisation, DateTimeOffset at, CancellationToken token) => Body(await Known(at, token), organisation, at.ThaiDay());

    /// <summary>A certification body as it stood on a day, by what these entitlements know.</summary>
    public static PastBody Body(Entitlements then, string organisation, DateOnly day) =>
        new(organisation, then.Agreement?.Party(organisation) is not null, [.. then.AccreditationsOf(organisation).Select(a => new PastAccreditation(a.Granted.Kind, StandingOf(a, day)))]);

    /// <summary>What was recorded since of the body's accreditations, of the appointments that these acts relied on, and of the key that signed.</summary>
    public async Task<IReadOnlyList<Recorded>> Since(string organisation, IEnumerable<Recorded> acts, Guid key, DateTimeOffset at, CancellationToken token)
    {
        var now = await authority.Current(token);
        var streams = now.AccreditationsOf(organisation).Select(a => a.Granted.Accreditation)
            .Concat(acts.Select(a => a.By.Authority.Split(':')).Where(a => a is ["appointment", _]).Select(a => Guid.Parse(a[1]))).Append(key).Distinct();
        var since = new List<Recorded>();
        foreach (var stream in streams)
        {
            await foreach (var e in events.Read(new() { Stream = stream }, token))
                if (e.At > at) since.Add(e);
        }
        return since;
    }

    private async Task<bool> Entitled(Actor by, DateTimeOffset at, CancellationToken token) =>
        Duties.Find(by.Duty) is { } duty && (await Known(at, token)).Of(by.Person, duty, at.ThaiDay()).Any(a => a.Organisation == by.Organisation);

    private async Task<Entitlements> Known(DateTimeOffset at, CancellationToken token) =>
        known.TryGetValue(at, out var then) ? then : known[at] = (await authority.At(at, token)).Then;

    private static string StandingOf(Accreditation accreditation, DateOnly day) => accreditation.Standing switch
    {
        AccreditationStanding.Suspended => "suspended",
        AccreditationStanding.Withdrawn => "withdrawn",
        _ => accreditation.InForceOn(day) ? "in-force" : "out-of-dates",
    };
}
