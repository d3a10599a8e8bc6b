using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Credentials;

/// <summary>Says whether a credential was renewed, and when it may be.</summary>
public sealed class RenewalReader(EventReader events)
{
    /// <summary>The credential that renews what was decided, as far as recorded by a moment: its id follows from the decision.</summary>
    public async Task<Guid?> RenewalOf(CredentialStanding credential, DateTimeOffset knownAt, CancellationToken token)
    {
        var id = Credential.RenewalOf(credential.Decision);
        return await events.Read(new() { Stream = id, RecordedUpTo = knownAt, First = 1 }, token).AnyAsync(token) ? id : null;
    }

    /// <summary>The days on which it may be renewed; null where it is without end, was revoked or replaced, or its scheme has no rules for it.</summary>
    public async Task<RenewalDays?> DaysOf(CredentialStanding credential, CancellationToken token) =>
        credential is { ValidUntil: { } last, RevokedFrom: null, ReplacedBy: null } && await events.Fold<Scheme>(credential.Scheme, token) is { Established.Renewal: { } rules }
            ? new(rules.OpensOn(last), rules.ClosesOn(last)) : null;

    /// <summary>The view of a credential with what renews it, as far as recorded by a moment, or else when it may be renewed.</summary>
    public async Task<CredentialView> Tell(CredentialView view, CredentialStanding credential, DateTimeOffset knownAt, CancellationToken token) =>
        await RenewalOf(credential, knownAt, token) is { } by ? view with { RenewedBy = by } : view with { Renewable = await DaysOf(credential, token) };
}

/// <summary>The days on which a credential may be renewed.</summary>
/// <param name="From">The first.</param>
/// <param name="Until">The last, perhaps after its own.</param>
public sealed record RenewalDays(DateOnly From, DateOnly Until);
