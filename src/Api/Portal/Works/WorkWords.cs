using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Works;

namespace CredentialLedger.Api.Portal.Works;

/// <summary>What people call works and the places of their use.</summary>
internal static class WorkWords
{
    /// <summary>The words' code of a kind of work.</summary>
    public static string Of(WorkKind kind) => kind switch
    {
        WorkKind.Invention => "works.invention",
        WorkKind.Manual => "works.manual",
        WorkKind.Document => "works.document",
        WorkKind.Program => "works.program",
        WorkKind.Data => "works.data",
        WorkKind.Logo => "works.logo",
        WorkKind.Mark => "works.mark",
        _ => "works.other",
    };

    /// <summary>The words' code of a place of use.</summary>
    public static string Of(PlaceOfUse place) => place switch
    {
        PlaceOfUse.Certificate => "works.on-certificates",
        PlaceOfUse.PublicPage => "works.on-pages",
        PlaceOfUse.Document => "works.in-documents",
        PlaceOfUse.Course => "works.in-courses",
        _ => "works.elsewhere",
    };

    /// <summary>Whether a permit permits anything on a day.</summary>
    public static bool IsInForce(WorkView.PermitShown permit, DateOnly day) => permit.From <= day && day <= permit.Until && !(permit.RevokedFrom <= day);
}
