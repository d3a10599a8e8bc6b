using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Raises a dispute.</summary>
public static class RaiseDisputeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Title, string Text) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ค่าใช้จ่ายของการประเมินรอบที่สอง", "ทั้งสามฝ่ายเข้าใจไม่ตรงกันว่าฝ่ายใดรับผิดชอบ");
    }

    /// <summary>Raise, under an id that you chose, a difficulty for all three parties to consider; nothing about a person.</summary>
    [WolverinePut("/api/agreement/disputes/{disputeId:guid}"), Gives<RaiseDispute>]
    public static Task<IResult> Put(Guid disputeId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RaiseDispute, Agreement>(Agreement.TheId, "/api/agreement/disputes", d => Task.FromResult(
            new RaiseDispute(disputeId, body.Title, body.Text).Decide(d.State, d.By, d.Today)), token);
}
