using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Reinstates an accreditation.</summary>
public static class ReinstateAccreditationEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("สคช. 0102/1234");
    }

    /// <summary>Put a suspended accreditation in force again.</summary>
    [WolverinePost("/api/organisations/{organisation}/accreditations/{kind}/reinstatement"), Gives<ReinstateAccreditation>]
    public static Task<IResult> Post(string organisation, string kind, Body body, Recorder recorder, CancellationToken token) =>
        AccreditationKinds.Find(kind) is not { } asked ? Task.FromResult(Problem.Of(Accreditation.Missing))
        : recorder.Record<ReinstateAccreditation, Accreditation>(Accreditation.IdOf(asked, organisation), $"/api/organisations/{Uri.EscapeDataString(organisation)}", async d =>
            new ReinstateAccreditation(body.Reference).Decide(d.State, await d.Work.Agreement(token), d.By), token);
}
