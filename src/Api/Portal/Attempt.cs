using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Portal;

/// <summary>A form of a page with several that was refused: which, why, and what was entered.</summary>
public sealed record Attempt(string Form, RefusedRequest Refused, Entered Entered);
