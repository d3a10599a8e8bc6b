using CredentialLedger.Domain.Audit;
using CredentialLedger.Projections.Audit.Findings;

namespace CredentialLedger.Api.Portal.Audit;

/// <summary>How the review of a finding stands, and how much the finding matters, in words.</summary>
internal static class StateWords
{
    /// <summary>The words' code for a state.</summary>
    public static string Of(string state) => state switch
    {
        "new" => "findings.new",
        "open" => "findings.open",
        "dismissed" => "findings.dismissed",
        "referred" => "findings.referred",
        _ => "findings.corrected",
    };

    /// <summary>The words' code for a severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.High => "findings.high",
        Severity.Medium => "findings.medium",
        _ => "findings.low",
    };

    /// <summary>The words' code for a disposition.</summary>
    public static string Of(Disposition disposition) => disposition switch
    {
        Disposition.Dismissed => "findings.dismissed",
        Disposition.Referred => "findings.referred",
        _ => "findings.corrected",
    };

    /// <summary>The style of a state.</summary>
    public static string Class(string state) => state switch
    {
        "new" => "late",
        "open" => "on",
        _ => "off",
    };
}
