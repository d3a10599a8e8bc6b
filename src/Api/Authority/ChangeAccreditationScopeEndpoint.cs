using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Changes the scope of an accreditation.</summary>
public static class ChangeAccreditationScopeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Guid Head, ValueList<string> Duties, ValueList<string>? Frameworks = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("d0000000-0000-4000-8000-0000000000d1"), ["revoke-credentials", "read-records"], ["TPQI-2560"]);
    }

    /// <summary>Change what an organisation may do, or who answers for it.</summary>
    [WolverinePost("/api/organisations/{organisation}/accreditations/{kind}/scope"), Gives<ChangeAccreditationScope>]
    public static Task<IResult> Post(string organisation, string kind, Body body, Recorder recorder, CancellationToken token) =>
        AccreditationKinds.Find(kind) is not { } asked ? Task.FromResult(Problem.Of(Accreditation.Missing))
        : recorder.Record<ChangeAccreditationScope, Accreditation>(Accreditation.IdOf(asked, organisation), $"/api/organisations/{Uri.EscapeDataString(organisation)}", async d =>
            new ChangeAccreditationScope(new(body.Head, body.Duties, body.Frameworks ?? []))
                .Decide(d.State, await d.Work.Agreement(token), await d.Work.Fold<Person>(body.Head, token), d.By), token);
}
