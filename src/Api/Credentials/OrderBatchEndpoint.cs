using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Takes the order of a batch; its credentials are issued afterwards, and <see cref="BatchView"/> shows how far it is.</summary>
public static class OrderBatchEndpoint
{
    /// <summary>What is asked: the decisions to carry out.</summary>
    public sealed record Body(ValueList<Guid> Decisions) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new([new("de000000-0000-4000-8000-000000000001"), new("de000000-0000-4000-8000-000000000002")]);
    }

    /// <summary>Order a batch under an id that the caller chose.</summary>
    [WolverinePut("/api/batches/{batchId:guid}"), Gives<OrderBatch>]
    public static Task<IResult> Put(Guid batchId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<OrderBatch, CredentialBatch>(batchId, $"/api/batches/{batchId}", d => Task.FromResult(new OrderBatch(batchId, body.Decisions).Decide(d.State, d.By)), token);
}
