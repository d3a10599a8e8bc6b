using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Establishes a certification scheme.</summary>
public static class EstablishSchemeEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Code, string TitleTh, string TitleEn, string Framework, string Unit, ValueList<RequirementBody> Requirements,
        ValueList<string> Issuers, DateOnly From, int? Level = null, int? ValidityMonths = null, IReadOnlyList<Guid>? Marks = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("DG-LEAD", "ผู้ขับเคลื่อนการเปลี่ยนผ่านสู่รัฐบาลดิจิทัล", "Driver of the transition to digital government",
            "TPQI-2560", "CEC-BCTZ-001", [new("CEC-BCTZ-001")], ["CB-DIGITAL"], new DateOnly(2026, 1, 1), ValidityMonths: 36);
    }

    /// <summary>A competent result in a unit, assessed by one of these instruments if any are named, or an award accepted under one of these equivalences; or the completion of a course.</summary>
    public sealed record RequirementBody(string? Unit = null, int? Level = null, Guid? Course = null, ValueList<Instrument>? Instruments = null, ValueList<Guid>? Equivalents = null);

    /// <summary>Establish a scheme under an id that the caller chose.</summary>
    [WolverinePut("/api/schemes/{schemeId:guid}"), Gives<EstablishScheme>]
    public static Task<IResult> Put(Guid schemeId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<EstablishScheme, Scheme>(schemeId, $"/api/schemes/{schemeId}", async d =>
            new EstablishScheme(schemeId, body.Code, body.TitleTh, body.TitleEn, body.Framework, body.Unit, body.Level,
                    [.. body.Requirements.Select(r => new Requirement(r.Unit, r.Level, r.Course, r.Instruments, r.Equivalents))], body.ValidityMonths, body.Issuers, body.From, body.Marks is null ? null : [.. body.Marks])
                .Decide(d.State, await d.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(body.Framework), token),
                    await d.Work.FoldAll<Equivalence>([.. body.Requirements.SelectMany(r => r.Equivalents ?? []).Distinct()], token), await d.Work.FoldAll<Work>(body.Marks ?? [], token)), token);
}
