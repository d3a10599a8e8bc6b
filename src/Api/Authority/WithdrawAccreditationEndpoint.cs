using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Withdraws an accreditation.</summary>
public static class WithdrawAccreditationEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("สคช. 0102/1234");
    }

    /// <summary>Withdraw an accreditation for good.</summary>
    [WolverinePost("/api/organisations/{organisation}/accreditations/{kind}/withdrawal"), Gives<WithdrawAccreditation>]
    public static Task<IResult> Post(string organisation, string kind, Body body, Recorder recorder, CancellationToken token) =>
        AccreditationKinds.Find(kind) is not { } asked ? Task.FromResult(Problem.Of(Accreditation.Missing))
        : recorder.Record<WithdrawAccreditation, Accreditation>(Accreditation.IdOf(asked, organisation), $"/api/organisations/{Uri.EscapeDataString(organisation)}", async d =>
            new WithdrawAccreditation(body.Reference).Decide(d.State, await d.Work.Agreement(token), d.By), token);
}
