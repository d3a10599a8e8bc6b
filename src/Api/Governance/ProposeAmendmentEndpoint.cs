using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes an amendment.</summary>
public static class ProposeAmendmentEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Text, ValueList<MandateChangeBody> Changes) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ให้สำนักงาน ก.พ. ดูแลทะเบียนผู้ประเมิน", [new("2.1.7", Change.Granted, "OCSC", "ดูแลทะเบียนผู้ประเมิน", "Keep the register of examiners")]);
    }

    /// <summary>What becomes of one mandate.</summary>
    public sealed record MandateChangeBody(string Clause, Change Change, string? Party = null, string? TextTh = null, string? TextEn = null);

    /// <summary>Propose, under an id that you chose, a text to annex and what it does to mandates.</summary>
    [WolverinePut("/api/agreement/amendments/{proposalId:guid}"), Gives<ProposeAmendment>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeAmendment, Agreement>(Agreement.TheId, "/api/agreement/proposals", d => Task.FromResult(
            new ProposeAmendment(proposalId, body.Text, [.. body.Changes.Select(c => new MandateChange(c.Clause, c.Change, c.Party, c.TextTh, c.TextEn))]).Decide(d.State, d.By, d.Today)), token);
}
