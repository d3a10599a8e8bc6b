using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Governance;

/// <summary>Proposes to take note of a legal succession.</summary>
public static class ProposeSuccessionEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Former, string Code, string NameTh, string NameEn, LegalInstrument Instrument) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("EGA", "DGA", "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)", "Digital Government Development Agency (Public Organization)",
            new("พระราชกฤษฎีกาจัดตั้งสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) พ.ศ. 2561", "RG 135", new DateOnly(2018, 5, 14)));
    }

    /// <summary>Propose, under an id that you chose, to take note that the law put another body in a party's place.</summary>
    [WolverinePut("/api/agreement/successions/{proposalId:guid}"), Gives<ProposeSuccession>]
    public static Task<IResult> Put(Guid proposalId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ProposeSuccession, Agreement>(Agreement.TheId, "/api/agreement/proposals", d => Task.FromResult(
            new ProposeSuccession(proposalId, body.Former, body.Code, body.NameTh, body.NameEn, body.Instrument).Decide(d.State, d.By, d.Today)), token);
}
