using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Writing;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Establishes a certification scheme.</summary>
public static class EstablishSchemeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Code, string TitleTh, string TitleEn, string Framework, string Unit, ValueList<RequirementBody> Requirements,
        ValueList<string> Issuers, DateOnly From, int? Level = null, int? ValidityMonths = null, IReadOnlyList<Guid>? Marks = null, RenewalBody? Renewal = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("DG-LEAD", "ผู้ขับเคลื่อนการเปลี่ยนผ่านสู่รัฐบาลดิจิทัล", "Driver of the transition to digital government",
            "TPQI-2560", "CEC-BCTZ-001", [new("CEC-BCTZ-001")], ["CB-DIGITAL"], new DateOnly(2026, 1, 1), ValidityMonths: 36, Renewal: new(6, 3, [new(Course: new("c0000000-0000-4000-8000-000000000001"))]));
    }

    /// <summary>A competent result in a unit, assessed by one of these instruments if any are named, or an award accepted under one of these equivalences; or the completion of a course.</summary>
    public sealed record RequirementBody(string? Unit = null, int? Level = null, Guid? Course = null, ValueList<Instrument>? Instruments = null, ValueList<Guid>? Equivalents = null);

    /// <summary>When and by what its credentials are renewed: so many months before and after the day after their last, on these requirements met anew.</summary>
    public sealed record RenewalBody(int WindowMonths, int GraceMonths, ValueList<RequirementBody> Requirements);

    /// <summary>Establish a scheme under an id that the caller chose.</summary>
    [WolverinePut("/api/schemes/{schemeId:guid}"), Gives<EstablishScheme>]
    public static Task<IResult> Put(Guid schemeId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<EstablishScheme, Scheme>(schemeId, $"/api/schemes/{schemeId}", async d =>
            new EstablishScheme(schemeId, body.Code, body.TitleTh, body.TitleEn, body.Framework, body.Unit, body.Level,
                    Required(body.Requirements), body.ValidityMonths, body.Issuers, body.From, body.Marks is null ? null : [.. body.Marks],
                    body.Renewal is { } renewal ? new(renewal.WindowMonths, renewal.GraceMonths, Required(renewal.Requirements)) : null)
                .Decide(d.State, await Named(body, d.Work, token)), token);

    private static async Task<SchemeReferences> Named(Body body, UnitOfWork work, CancellationToken token)
    {
        RequirementBody[] requirements = [.. body.Requirements, .. body.Renewal?.Requirements ?? []];
        return new(
            await work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(body.Framework), token),
            await work.FoldAll<Course>([.. requirements.Select(r => r.Course).OfType<Guid>().Distinct()], token),
            await work.FoldAll<Equivalence>([.. requirements.SelectMany(r => r.Equivalents ?? []).Distinct()], token),
            await work.FoldAll<Work>(body.Marks ?? [], token),
            await work.Agreement(token),
            await work.FoldAll<Accreditation>([.. body.Issuers.Select(code => Accreditation.IdOf(AccreditationKind.CertificationBody, code))], token));
    }

    private static ValueList<Requirement> Required(IEnumerable<RequirementBody> requirements) => [.. requirements.Select(r => new Requirement(r.Unit, r.Level, r.Course, r.Instruments, r.Equivalents))];
}
