using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Verification;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Gives out the signed withdrawal of an equivalence.</summary>
public static class EquivalenceWithdrawalEndpoint
{
    /// <summary>The equivalence was not withdrawn, or before withdrawals were signed.</summary>
    public static readonly Rejection NotSigned = new("equivalence.no-signed-withdrawal", RejectionKind.Missing, "equivalence");

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>The withdrawal as a compact JWS (RFC 7515), checked as the statement is. It never changes, and there is at most one.</summary>
    [WolverineGet("/api/equivalences/{equivalenceId:guid}/withdrawal/statement"), Open]
    public static async Task<IResult> Get(Guid equivalenceId, EventReader events, HttpResponse response, CancellationToken token) =>
        await events.Fold<Equivalence>(equivalenceId, token) is not { } equivalence ? Problem.Of(Equivalence.Missing)
        : equivalence.Withdrawn is { } withdrawn && EquivalenceStatements.Of(withdrawn) is { } statement ? StaticFile.Of(Encoding.ASCII.GetBytes(statement), EquivalenceStatements.WithdrawalType, MaxAge, response)
        : Problem.Of(NotSigned);
}
