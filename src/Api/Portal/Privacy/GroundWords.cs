using CredentialLedger.Domain.Privacy;

namespace CredentialLedger.Api.Portal.Privacy;

/// <summary>What people call a legal ground to keep personal data (PDPA B.E. 2562, section 33).</summary>
internal static class GroundWords
{
    /// <summary>The words' code.</summary>
    public static string Of(KeepingGround ground) => ground switch
    {
        KeepingGround.LegalClaims => "erasure.legal-claims",
        KeepingGround.LegalDuty => "erasure.legal-duty",
        KeepingGround.PublicTask => "erasure.public-task",
        _ => "erasure.archive-or-research",
    };
}
