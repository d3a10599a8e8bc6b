using CredentialLedger.Api.Verification;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>What whoever reads an answer can do about a check that did not pass.</summary>
public static class Advice
{
    /// <summary>The words of it; null for a check that passed, or that was not made because an earlier one tells already.</summary>
    public static string? For(AnsweredCheck check) => (check.Name, check.Result, check.Code) switch
    {
        (_, "passed", _) or (_, _, Verifier.Codes.NotChecked) => null,
        ("structure" or "integrity", _, _) => "verify.advice-original",
        ("issuer", "unknown", _) => "verify.advice-other-programme",
        ("log" or "key-validity", "unknown", _) => "verify.advice-fresh-copy",
        ("dates", _, _) => "verify.advice-dates",
        (_, _, PastCheck.Replaced) => "verify.advice-replaced",
        ("status" or "standing", "failed", _) => "verify.advice-holder",
        ("status", _, _) => "verify.advice-later",
        ("standing" or "deciding" or "issuing" or "framework", "unknown", _) => "verify.advice-day",
        _ => "verify.advice-issuer",
    };
}
