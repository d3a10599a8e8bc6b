using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>The parts of the claims that both shapes write alike.</summary>
internal static class SharedClaims
{
    /// <summary>The status claim of a referenced token (draft-ietf-oauth-status-list section 6.2).</summary>
    public static JsonObject Write(StatusReference status) =>
        new() { ["status_list"] = new JsonObject { ["idx"] = status.Index, ["uri"] = status.List.AbsoluteUri } };

    public static StatusReference Read(JsonValues values) =>
        new(values.Address("status/status_list/uri"), values.Number("status/status_list/idx", 0, CredentialReader.MaxIndex));

    public static JsonObject ToJson(this IdentityHash identity) =>
        new() { ["salt"] = Convert.ToBase64String(identity.Salt), ["value"] = Convert.ToBase64String(identity.Value) };
}
