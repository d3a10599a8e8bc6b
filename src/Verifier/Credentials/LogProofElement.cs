using System.Text;
using CredentialLedger.Verifier.Log;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>What the log proofs' element says of the two events, as bytes. Nothing of it is signed, so nothing of it is believed before the log check.</summary>
internal sealed record LogProofParts(LogProofEvent Decision, LogProofEvent Issue);

/// <summary>The texts of one event.</summary>
internal sealed record LogProofEvent(byte[] Envelope, byte[] EnvelopeKey, (ReadOnlyMemory<byte> Canonical, ReadOnlyMemory<byte> Key)? Payload, byte[] Proof);

/// <summary>The element of the log proofs: its one form, and how it is read and written.</summary>
internal static class LogProofElement
{
    // Bytes behind the base64: an envelope has some 500, an issue's payload some 1,000, a proof of 2^20 leaves with ten witnesses 2,500.
    private const int MaxEnvelope = 4 * 1024, MaxKey = 64, MaxPayload = 16 * 1024, MaxProof = 64 * 1024;

    private const string
        Start = $"<xades:UnsignedSignatureProperties><LogProof xmlns=\"{LogProof}\">",
        End = "</LogProof></xades:UnsignedSignatureProperties></xades:UnsignedProperties>";

    private static readonly byte[] StartBytes = Encoding.UTF8.GetBytes(Start), EndBytes = Encoding.UTF8.GetBytes(End);

    /// <summary>Exactly one form: absent, empty, or one LogProof of a decision and an issue whose texts are base64; anything else of this name is not of that form.</summary>
    public static LogProofParts? Read(ref StrictReader reader, out bool isForm)
    {
        isForm = true;
        if (!reader.TrySkip("<xades:UnsignedProperties>"u8))
        {
            isForm = !reader.IsAt("<xades:UnsignedProperties"u8);
            return null;
        }

        if (reader.TrySkip("</xades:UnsignedProperties>"u8)) return null;
        var values = new StrictValues();
        reader.Skip(StartBytes);
        var proof = new LogProofParts(Event(ref reader, values, "Decision"u8, hasPayload: false), Event(ref reader, values, "Issue"u8, hasPayload: true));
        reader.Skip(EndBytes);
        isForm = !reader.Differs && !values.Faulty;
        return proof;
    }

    /// <summary>The element with two events, in canonical form inside a document.</summary>
    public static byte[] Write(ProvenEvent decision, ProvenEvent issue) =>
        Encoding.UTF8.GetBytes($"<xades:UnsignedProperties>{Start}<Decision>{Texts(decision)}</Decision><Issue>{Texts(issue)}</Issue>{End}");

    private static LogProofEvent Event(ref StrictReader reader, StrictValues values, ReadOnlySpan<byte> name, bool hasPayload)
    {
        reader.Begin(name);
        var (envelope, key) = (values.Base64(reader.Raw("Envelope"u8), 1, MaxEnvelope), values.Base64(reader.Raw("EnvelopeKey"u8), 1, MaxKey));
        (ReadOnlyMemory<byte>, ReadOnlyMemory<byte>)? payload = hasPayload
            ? (values.Base64(reader.Raw("Payload"u8), 1, MaxPayload), values.Base64(reader.Raw("PayloadKey"u8), 1, MaxKey)) : null;
        var proof = values.Base64(reader.Raw("TlogProof"u8), 1, MaxProof);
        reader.End(name);
        return new(envelope, key, payload, proof);
    }

    private static string Texts(ProvenEvent proven)
    {
        var (opening, proof) = (proven.Opening, Encoding.UTF8.GetBytes(proven.Proof.ToString()));
        var payload = opening.Payload is { } shown ? Text("Payload", shown.Canonical.Span) + Text("PayloadKey", shown.Key.Span) : "";
        return Text("Envelope", opening.Envelope.Canonical()) + Text("EnvelopeKey", opening.EnvelopeKey.Span) + payload + Text("TlogProof", proof);
    }

    private static string Text(string name, ReadOnlySpan<byte> bytes) => $"<{name}>{Convert.ToBase64String(bytes)}</{name}>";
}
