using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Gives out the signed statement of an equivalence.</summary>
public static class EquivalenceStatementEndpoint
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>The statement as a compact JWS (RFC 7515); anybody checks it by the published keys of who signed. It never changes; that it was withdrawn since is a statement of its own.</summary>
    [WolverineGet("/api/equivalences/{equivalenceId:guid}/statement"), Open]
    public static async Task<IResult> Get(Guid equivalenceId, EventReader events, HttpResponse response, CancellationToken token) =>
        await events.Fold<Equivalence>(equivalenceId, token) is { Recognised: var recognised }
            ? StaticFile.Of(Encoding.ASCII.GetBytes(EquivalenceStatements.Of(recognised)), EquivalenceStatements.MediaType, MaxAge, response) : Problem.Of(Equivalence.Missing);
}
