using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Enters a system that will act for an organisation.</summary>
public static class EnterSystemEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Organisation, string Issuer, string Client, string NameTh, string NameEn) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("OCSC", "http://127.0.0.1:5080/", "agency-hr-system", "ระบบทรัพยากรบุคคลตัวอย่าง", "Sample HR system");
    }

    /// <summary>Make a system known by the provider that knows it and its client id there; what it may do, appointments say.</summary>
    [WolverinePost("/api/systems"), Gives<EnterSystem>]
    public static Task<IResult> Post(Body body, Recorder recorder, CancellationToken token)
    {
        var command = new EnterSystem(body.Organisation, body.Issuer, body.Client, body.NameTh, body.NameEn);
        return recorder.Record<EnterSystem, AgencySystem>(command.Id, $"/api/systems/{command.Id}", async d =>
            command.Decide(d.State, await d.Work.Agreement(token), await d.Work.Accreditations(body.Organisation, token)), token);
    }
}
