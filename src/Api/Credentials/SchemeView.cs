using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A certification scheme as it was established.</summary>
public sealed record SchemeView(Guid Id, string Code, string TitleTh, string TitleEn, string Framework, string Unit, int? Level,
    IReadOnlyList<Requirement> Requirements, int? ValidityMonths, IReadOnlyList<string> Issuers, DateOnly From, IReadOnlyList<Guid>? Marks, RenewalRules? Renewal)
{
    /// <summary>Show a scheme.</summary>
    [WolverineGet("/api/schemes/{schemeId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid schemeId, Viewer viewer, CancellationToken token) =>
        viewer.State<Scheme>(schemeId, Scheme.Missing, scheme => Of(scheme.Established), token);

    internal static SchemeView Of(SchemeEstablished s) =>
        new(s.Scheme, s.Code, s.TitleTh, s.TitleEn, s.Framework, s.Unit, s.Level, s.Requirements, s.ValidityMonths, s.Issuers, s.From, s.Marks, s.Renewal);
}
