using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing.Batches;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Goes on with a batch that rests.</summary>
public static class TakeOverBatchEndpoint
{
    /// <summary>Go on, in one's own name, with a batch of the body that rests because whoever it goes on for may not issue any more.</summary>
    [WolverinePost("/api/batches/{batchId:guid}/taking-over"), Gives<TakeOverBatch>]
    public static Task<IResult> Post(Guid batchId, Recorder recorder, BatchIssuing issuing, CancellationToken token) =>
        recorder.Record<TakeOverBatch, CredentialBatch>(batchId, $"/api/batches/{batchId}",
            async d => new TakeOverBatch().Decide(d.State, d.By, d.State is not null && await issuing.Entitled(d.State, token) is null), token);
}
