namespace CredentialLedger.Domain.Kernel;

/// <summary>A named refusal. Its sentences live in the resource files, by code; HTTP sees it in one place (RFC 9457).</summary>
/// <param name="Code">Stable, dotted, kebab-case: <c>credential.own-issue</c>.</param>
/// <param name="Kind">Which family of answers it belongs to.</param>
/// <param name="Field">The input field at fault, by its API name, where there is one.</param>
public sealed record Rejection(string Code, RejectionKind Kind, string? Field = null);

/// <summary>The families of refusals.</summary>
public enum RejectionKind
{
    /// <summary>The command can never be right as it stands (HTTP 422).</summary>
    Invalid,

    /// <summary>Somebody else may do this (HTTP 403).</summary>
    Forbidden,

    /// <summary>What the command speaks of is not in the ledger (HTTP 404).</summary>
    Missing,

    /// <summary>What is settled says otherwise (HTTP 409).</summary>
    Conflict,
}
