using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>Records the owner's written permission to use a work.</summary>
public static class PermitUseEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string User, string Purpose, ValueList<PlaceOfUse> Places, DateOnly From, DateOnly Until, string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("CB-DIGITAL", "ใบรับรองทักษะดิจิทัล", [PlaceOfUse.Certificate, PlaceOfUse.PublicPage], new(2026, 1, 1), new(2028, 12, 31), "สคช. 0101/2569");
    }

    /// <summary>Permit a use under an id that the caller chose.</summary>
    [WolverinePut("/api/works/{workId:guid}/permits/{permitId:guid}"), Gives<PermitUse>]
    public static Task<IResult> Put(Guid workId, Guid permitId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<PermitUse, Work>(workId, $"/api/works/{workId}", async d =>
            new PermitUse(permitId, body.User, body.Purpose, body.Places, body.From, body.Until, body.Reference)
                .Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By), token);
}
