using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Accredits an organisation as an agency, a training provider or a certification body.</summary>
public static class AccreditOrganisationEndpoint
{
    /// <summary>What is asked; without a first day it is today.</summary>
    public sealed record Body(string NameTh, string NameEn, Guid Head, ValueList<string> Duties, ValueList<string>? Frameworks = null, DateOnly? From = null, DateOnly? Until = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("หน่วยรับรองทักษะดิจิทัล (ตัวอย่าง)", "Digital Skills Certification Body (demonstration)",
            new("d0000000-0000-4000-8000-0000000000d1"), ["decide-certification", "issue-credentials", "read-records"], ["TPQI-2560"]);
    }

    /// <summary>Accredit an organisation.</summary>
    [WolverinePut("/api/organisations/{organisation}/accreditations/{kind}"), Gives<AccreditOrganisation>]
    public static Task<IResult> Put(string organisation, string kind, Body body, Recorder recorder, CancellationToken token) =>
        AccreditationKinds.Find(kind) is not { } asked ? Task.FromResult(Problem.Of(Accreditation.Missing))
        : recorder.Record<AccreditOrganisation, Accreditation>(Accreditation.IdOf(asked, organisation), $"/api/organisations/{Uri.EscapeDataString(organisation)}", async d =>
        {
            var command = new AccreditOrganisation(organisation, asked, body.NameTh, body.NameEn, new(body.Head, body.Duties, body.Frameworks ?? []),
                body.From ?? d.State?.Granted.From ?? d.Today, body.Until);
            return command.Decide(d.State, await d.Work.Agreement(token), await d.Work.Fold<Person>(body.Head, token), d.By, d.Today);
        }, token);
}
