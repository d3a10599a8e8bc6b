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
        decision.CheckPayload();
        issue.CheckPayload();
        var payload = new Utf8JsonReader(issue.Payload!.Value.Canonical.Span);
        var credential = parts.Content.Id;
        var isAbout = issue.Envelope.Stream == credential && payload.Read() && payload.TokenType is JsonTokenType.StartObject
            && Says(ref payload, "credential"u8, credential.ToString("D")) && Says(ref payload, "decision"u8, decision.Envelope.Stream.ToString("D"));
        if (!isAbout) return Codes.LogOtherCredential;
        var isOf = Find(ref payload, "document"u8) && payload.TokenType is JsonTokenType.StartObject && Says(ref payload, "sha256"u8, Convert.ToHexStringLower(parts.IssuedHash()));
        return isOf ? null : Codes.LogDocumentHash;
    }

    // Of canonical JSON, whose names come in their order: so do those that are asked for.
    private static bool Says(ref Utf8JsonReader json, ReadOnlySpan<byte> name, string text) => Find(ref json, name) && json.TokenType is JsonTokenType.String && json.ValueTextEquals(text);

    /// <summary>Reads on in an object to the value of a member.</summary>
    private static bool Find(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals(name);
            json.Read();
            if (isIt) return true;
            json.Skip();
        }
        return false;
    }
}
