using CredentialLedger.Api.AsOf;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>How a credential stands. Of a moment before it was recorded nothing but the id is told, and what has become known since.</summary>
/// <param name="Id">The credential.</param>
/// <param name="AsOf">The moment at whose day in Thailand the standing is judged.</param>
/// <param name="KnownAt">The moment up to which recorded events count.</param>
/// <param name="Sequence">Place in the ledger of the last event that was taken into account; 0 before the first.</param>
/// <param name="Standing">How it stands on that day; null when it was not recorded then.</param>
/// <param name="Person">The holder.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Document">Number, issuer, key, digest and place in the status list.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; null without end.</param>
/// <param name="RevokedFrom">First day on which it is valid no more, after a revocation.</param>
/// <param name="Ground">Why it was revoked.</param>
/// <param name="SuspendedFrom">First day of the suspension that the day asked falls into; null for none.</param>
/// <param name="SuspensionGround">Why it is suspended.</param>
/// <param name="Test">True for demonstration and test data.</param>
/// <param name="HolderErased">Whether the holder's data was erased: what was issued can be verified, and nobody here can say any more to whom.</param>
/// <param name="CheckCode">What is typed behind the number by whoever verifies it on the page: the same for good. Null when the credential was not recorded then.</param>
/// <param name="KnownSince">Where a moment was asked for, what has become known since about the same day.</param>
public sealed record CredentialView(Guid Id, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence, Standing? Standing, Guid? Person, Guid? Scheme,
    SignedDocument? Document, DateOnly? ValidFrom, DateOnly? ValidUntil, DateOnly? RevokedFrom, Ground? Ground, DateOnly? SuspendedFrom, SuspensionGround? SuspensionGround, bool? Test, bool HolderErased,
    string? CheckCode, KnownSince<Standing?>? KnownSince)
{
    /// <summary>The credential that it renews; null for none.</summary>
    public Guid? Renews { get; init; }

    /// <summary>The credential that renews it; null while none does.</summary>
    public Guid? RenewedBy { get; init; }

    /// <summary>The credential whose place it took; null for none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The credential that took its place; null while none did.</summary>
    public Guid? ReplacedBy { get; init; }

    /// <summary>First day on which it counts no more because another took its place.</summary>
    public DateOnly? ReplacedFrom { get; init; }

    /// <summary>The credential with whose revocation it was revoked, since it renews that; null for none.</summary>
    public Guid? RevokedWith { get; init; }

    /// <summary>The days on which it may be renewed; null where it may not.</summary>
    public RenewalDays? Renewable { get; init; }

    /// <summary>Show a credential's standing.</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}"), Personal("credential")]
    public static Task<IResult> Get(Guid credentialId, string? asOf, string? knownAt, Viewer viewer, Sealer sealer, CheckCodes codes, RenewalReader renewals, TimeProvider clock, CancellationToken token) =>
        viewer.Personal<CredentialStanding>(credentialId, new() { Stream = credentialId }, Credential.Missing, (asOf, knownAt), seen => seen.Latest?.Person,
            async seen =>
            {
                var view = Of(credentialId, seen, clock.GetUtcNow(), await sealer.KeyOf(seen.Latest!.Person, token) is null, codes);
                return seen.Row is { } row ? await renewals.Tell(view, row, seen.KnownAt, token) : view;
            }, token);

    internal static CredentialView Of(Guid id, Shown<CredentialStanding> seen, DateTimeOffset now, bool erased, CheckCodes codes)
    {
        var c = seen.Row;
        return new(id, seen.AsOf, seen.KnownAt, seen.Sequence, c?.On(seen.Day), c?.Person, c?.Scheme, c?.Document, c?.ValidFrom, c?.ValidUntil, c?.RevokedFrom, c?.Ground,
            c?.SuspendedOn(seen.Day)?.From, c?.SuspendedOn(seen.Day)?.Ground, c?.Test, erased,
            c is null ? null : codes.Of(c.Document.Number), seen.Hindsight.Tell(now, row => row?.On(seen.Day)))
        {
            Renews = c?.Renews,
            Replaces = c?.Replaces,
            ReplacedBy = c?.ReplacedBy,
            ReplacedFrom = c?.ReplacedFrom,
            RevokedWith = c?.RevokedWith,
        };
    }
}
