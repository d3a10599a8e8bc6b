using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Withdraws an equivalence, under the organisation's own signature.</summary>
public static class WithdrawEquivalenceEndpoint
{
    /// <summary>What is asked: from which day on, and by which decision.</summary>
    public sealed record Body(DateOnly From, RecognitionDecision Decision) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new(2027, 1, 1), new("สคช. ท. 21/2569", new(2026, 12, 1), new string('b', 64)));
    }

    /// <summary>Accept no more awards under an equivalence from a day on; what was accepted before stands.</summary>
    [WolverinePost("/api/equivalences/{equivalenceId:guid}/withdrawal"), Gives<WithdrawEquivalence>]
    public static Task<IResult> Post(Guid equivalenceId, Body body, Recorder recorder, EquivalenceStatements statements, CancellationToken token) =>
        recorder.Record<WithdrawEquivalence, Equivalence>(equivalenceId, $"/api/equivalences/{equivalenceId}", d =>
            statements.Decide(d, new WithdrawEquivalence(body.From, body.Decision), token), token);
}
