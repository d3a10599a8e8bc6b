using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>How a credential stands.</summary>
/// <param name="Id">The credential.</param>
/// <param name="AsOf">The moment at whose day in Thailand the standing is judged.</param>
/// <param name="KnownAt">The moment up to which recorded events count.</param>
/// <param name="Sequence">Place in the ledger of the last event that was taken into account.</param>
/// <param name="Standing">How it stands on that day.</param>
/// <param name="Person">The holder.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Document">Number, issuer, key, digest and place in the status list.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; null without end.</param>
/// <param name="RevokedFrom">First day on which it is valid no more, after a revocation.</param>
/// <param name="Ground">Why it was revoked.</param>
/// <param name="Test">True for demonstration and test data.</param>
/// <param name="HolderErased">Whether the holder's data was erased: what was issued can be verified, and nobody here can say any more to whom.</param>
public sealed record CredentialView(Guid Id, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence, Standing Standing, Guid Person, Guid Scheme,
    SignedDocument Document, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? RevokedFrom, Ground? Ground, bool Test, bool HolderErased)
{
    /// <summary>Show a credential's standing.</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}"), Personal("credential")]
    public static Task<IResult> Get(Guid credentialId, string? asOf, string? knownAt, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<CredentialStanding>(credentialId, new() { Stream = credentialId }, Credential.Missing, (asOf, knownAt),
            seen => seen.Row?.Person, async seen => Of(seen, seen.Row!, await sealer.KeyOf(seen.Row!.Person, token) is null), token);

    private static CredentialView Of(Shown<CredentialStanding> seen, CredentialStanding c, bool erased) =>
        new(c.Id, seen.AsOf, seen.KnownAt, seen.Sequence, c.On(seen.Day), c.Person, c.Scheme, c.Document, c.ValidFrom, c.ValidUntil, c.RevokedFrom, c.Ground, c.Test, erased);
}
