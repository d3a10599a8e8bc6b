using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Verification;

/// <summary>Opens share links: nothing is shown before the look is recorded for the holder to see.</summary>
public sealed class SharedCredentials(ShareSecrets secrets, EventReader events, Documents documents, ProvenDocuments proven, Accesses accesses, Sealer sealer, TimeProvider clock)
{
    /// <summary>Longest name that a looker may give.</summary>
    public const int MaxLooker = 200;

    /// <summary>Nothing is shown by it: never made, taken back, over, or not whole. Nobody is told which.</summary>
    public static readonly Rejection NoLink = new("share-link.shows-nothing", RejectionKind.Missing);

    /// <summary>What the looker says of themselves is too long, or no plain line of text.</summary>
    public static readonly Rejection BadLooker = new("share-link.bad-looker", RejectionKind.Invalid, "looker");

    /// <summary>The link of a token, if it shows anything today.</summary>
    public async Task<ShareLinkMade?> Find(string secret, CancellationToken token) =>
        secrets.LinkIn(secret) is { } id && await events.Fold<ShareLink>(id, token) is { } link && link.WorksOn(clock.ThaiToday()) ? link.Made : null;

    /// <summary>The link and the document that it shows, once the look is recorded; or the answer that refuses.</summary>
    /// <param name="secret">The token of the link's address.</param>
    /// <param name="looker">For which organisation somebody says that they look; empty where they say nothing.</param>
    /// <param name="token">Ends it.</param>
    public async Task<(ShareLinkMade? Link, byte[]? Document, IResult? Refusal)> Open(string secret, string looker, CancellationToken token)
    {
        if (await Find(secret, token) is not { } link) return (null, null, Problem.Of(NoLink));
        if (looker.Length > 0 && (looker.Length > MaxLooker || !PlainText.IsTitle(looker))) return (null, null, Problem.Of(BadLooker));
        if (await documents.Read(link.Credential, token) is not { } stored || await sealer.KeyOf(link.Person, token) is not { } key)
            return (null, null, Problem.Of(StatusCodes.Status410Gone, "credential.holder-erased"));
        var document = await proven.Prove(link.Credential, stored, token);
        var refusal = await accesses.LinkOpened(Reach.Own(link.Person), link.Link, looker.Length == 0 ? null : key.Seal<ShareLinkOpened, string>("looker", looker), token);
        return refusal is null ? (link, document, null) : (null, null, refusal);
    }
}
