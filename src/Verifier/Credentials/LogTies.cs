using System.Text.Json;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Whether two events of a log are the decision and the issue of one document: by their types, by the ids that name each other, and by the document's hash.</summary>
internal static class LogTies
{
    /// <summary>Stored type names of docs/formats/event.md; they never change.</summary>
    private const string Decided = "certification-decided", Issued = "credential-issued";

    /// <summary>The code of the first tie that is not there, or null.</summary>
    /// <exception cref="LogFormatException">A key or the payload does not open its entry.</exception>
    public static string? Fault(DocumentParts parts, Opening decision, Opening issue)
    {
        if (decision.Envelope.Type != Decided || issue.Envelope.Type != Issued) return Codes.LogOtherEvent;
        decision.CheckPayload()?.Dispose();
        using var payload = issue.CheckPayload()!;
        var credential = parts.Content.Id;
        if (issue.Envelope.Stream != credential || Text(payload.RootElement, "credential") != credential.ToString("D")
            || Text(payload.RootElement, "decision") != decision.Envelope.Stream.ToString("D")) return Codes.LogOtherCredential;
        return payload.RootElement.TryGetProperty("document", out var document) && Text(document, "sha256") == Convert.ToHexStringLower(parts.Issued.Sha256()) ? null : Codes.LogDocumentHash;
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
