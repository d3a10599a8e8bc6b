using CredentialLedger.Api.Credentials;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Credentials;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>A credential in words.</summary>
internal static class CredentialWords
{
    /// <summary>How it stands, with the day from or to which it does.</summary>
    public static string Standing(Language language, Standing standing, DateOnly from, DateOnly? until, DateOnly? suspended = null, DateOnly? revoked = null) => standing switch
    {
        Projections.Credentials.Standing.Valid => until is { } last ? language["credentials.valid", language.Of(last)] : language["credentials.valid-open"],
        Projections.Credentials.Standing.NotYetValid => language["credentials.not-yet-valid", language.Of(from)],
        Projections.Credentials.Standing.Expired => language["credentials.expired", language.Of(until!.Value)],
        Projections.Credentials.Standing.Suspended => language["credentials.suspended", language.Of(suspended!.Value)],
        _ when revoked is { } day => language["credentials.revoked", language.Of(day)],
        _ => language["credentials.replaced"],
    };

    /// <summary>The style of a standing, as answers of verification have it.</summary>
    public static string Class(Standing? standing) => standing switch
    {
        Projections.Credentials.Standing.Valid => "valid",
        Projections.Credentials.Standing.Suspended or Projections.Credentials.Standing.Revoked or Projections.Credentials.Standing.Replaced => "invalid",
        _ => "",
    };

    /// <summary>What it waits for, as the holder is told, or everybody else.</summary>
    public static string Pending(Language language, Pending pending, bool own) => (pending.Step, own) switch
    {
        (PendingStep.Answer, true) => language["credentials.yours-answer", language.Of(pending.Until!.Value)],
        (PendingStep.Answer, _) => language["credentials.pending-answer", language.Of(pending.Until!.Value)],
        (PendingStep.Appeal, true) => language["credentials.yours-appeal", language.Of(pending.Until!.Value)],
        (PendingStep.Appeal, _) => language["credentials.pending-appeal", language.Of(pending.Until!.Value)],
        (PendingStep.Decision, true) => language[pending.HolderMay ? "credentials.yours-decision" : "credentials.yours-answered"],
        (PendingStep.Decision, _) => language[pending.HolderMay ? "credentials.pending-decision" : "credentials.pending-answered"],
        (_, true) => language["credentials.yours-ruling"],
        _ => language["credentials.pending-ruling"],
    };

    /// <summary>The words' code for a ground of a revocation.</summary>
    public static string Of(Ground ground) => ground switch
    {
        Ground.Fraud => "credentials.g-fraud",
        Ground.ResultWithdrawn => "credentials.g-result-withdrawn",
        Ground.IssuedInError => "credentials.g-issued-in-error",
        Ground.Misconduct => "credentials.g-misconduct",
        _ => "credentials.g-holder-request",
    };

    /// <summary>The words' code for a ground of a suspension.</summary>
    public static string Of(SuspensionGround ground) => ground switch
    {
        SuspensionGround.UnderInvestigation => "credentials.s-under-investigation",
        SuspensionGround.RequirementsUnmet => "credentials.s-requirements-unmet",
        _ => "credentials.g-holder-request",
    };

    /// <summary>The words' code for an event of a credential.</summary>
    public static string Event(string type) => type switch
    {
        "credential-issued" => "credentials.e-issued",
        "credential-replaced" => "credentials.e-replaced",
        "credential-suspended" => "credentials.e-suspended",
        "credential-reinstated" => "credentials.e-reinstated",
        "credential-revoked" => "credentials.e-revoked",
        "revocation-notified" => "credentials.e-notified",
        "revocation-answered" => "credentials.e-answered",
        "revocation-dropped" => "credentials.e-dropped",
        "revocation-appealed" => "credentials.e-appealed",
        "appeal-dismissed" => "credentials.e-dismissed",
        "appeal-upheld" => "credentials.e-upheld",
        _ => Words.Has($"event.{type}") ? $"event.{type}" : "event.other",
    };

    /// <summary>The words' code for a format of its document.</summary>
    public static string Format(string format) => format switch
    {
        "xml" => "credentials.document-xml",
        "pdf" => "credentials.document-pdf",
        "png" => "credentials.document-png",
        "ob3" => "credentials.document-ob-three",
        _ => "credentials.document-sd-jwt",
    };
}
