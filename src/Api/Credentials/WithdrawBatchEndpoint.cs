using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Ends a batch before all of it was carried out.</summary>
public static class WithdrawBatchEndpoint
{
    /// <summary>Issue nothing more of a batch; what it released stays.</summary>
    [WolverinePost("/api/batches/{batchId:guid}/withdrawal"), Gives<WithdrawBatch>]
    public static Task<IResult> Post(Guid batchId, Recorder recorder, CancellationToken token) =>
        recorder.Record<WithdrawBatch, CredentialBatch>(batchId, $"/api/batches/{batchId}", d => Task.FromResult(new WithdrawBatch().Decide(d.State, d.By)), token);
}
