using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Receipts;

/// <summary>Judges a verification receipt with nothing but what it is given, in the order of docs/formats/receipt.md.</summary>
public static class ReceiptCheck
{
    /// <summary>The verdict. Bad input of any kind gives one, never an exception.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="keys">The keys that sign the ledger's receipts, from its signed trust list.</param>
    /// <param name="trust">That list, which also says which log counts.</param>
    /// <param name="document">The file that it is to be of; without it the verdict is never valid.</param>
    /// <param name="now">When it is asked.</param>
    public static ReceiptVerdict Run(ReadOnlyMemory<byte> receipt, IReadOnlyList<LedgerKey> keys, TrustList trust, ReadOnlyMemory<byte>? document, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(trust);
        Finding signature, time, file, log;
        signature = time = file = log = Finding.NotChecked;
        var form = Form(receipt, out var parts, out var content);
        if (form.Result is CheckResult.Passed) signature = Signature(parts, content!, keys);
        if (signature.Result is CheckResult.Passed)
        {
            time = Time(content!, now);
            file = File(content!, document);
            log = Log(content!, trust);
        }
        Check[] checks = [new("receipt-form", form), new("receipt-signature", signature), new("receipt-time", time), new("receipt-document", file), new("receipt-log", log)];
        return new(Verify.Sum(checks), checks, signature.Result is CheckResult.Passed ? content : null);
    }

    private static Finding Form(ReadOnlyMemory<byte> receipt, out string[] parts, out ReceiptContent? content)
    {
        content = null;
        parts = receipt.Length <= VerificationReceipt.MaxLength ? LedgerJws.Parts(receipt.Span) : [];
        if (parts.Length != 3 || StrictJson.Read(parts[0], out var header) is not null || header.ValueKind is not System.Text.Json.JsonValueKind.Object) return Finding.Failed(ReceiptCodes.Malformed);
        var values = new JsonValues(header);
        var (algorithm, type) = (values.Text("alg"), values.Text("typ"));
        // No other parameter, so that none is ever followed.
        if (values.Faulty || type != VerificationReceipt.Type || header.EnumerateObject().Any(p => p.Name is not ("alg" or "typ" or "kid"))) return Finding.Failed(ReceiptCodes.Malformed);
        if (algorithm != "ES256") return Finding.Failed(ReceiptCodes.Algorithm);
        if ((content = VerificationReceipt.Read(parts[1])) is null) return Finding.Failed(ReceiptCodes.Malformed);
        return Finding.Passed(ReceiptCodes.FormGood);
    }

    private static Finding Signature(string[] parts, ReceiptContent content, IReadOnlyList<LedgerKey> keys)
    {
        // The header is byte for byte the one of a known key, or of none.
        if (keys.FirstOrDefault(k => LedgerJws.IsBy(parts, VerificationReceipt.Type, VerificationReceipt.KeyName(content.Ledger, k.Key))) is not { } key) return Finding.Unknown(ReceiptCodes.UnknownKey);
        if (!LedgerJws.IsSigned(parts, key.Key)) return Finding.Failed(ReceiptCodes.Signature);
        if (key.IsCompromised) return Finding.Unknown(ReceiptCodes.KeyCompromised);
        var isInForce = !(content.AskedAt < key.From - Verify.ClockTolerance) && !(content.AskedAt > key.Until + Verify.ClockTolerance);
        return isInForce ? Finding.Passed(ReceiptCodes.Signed, content.Ledger) : Finding.Failed(ReceiptCodes.KeyNotInForce, content.AskedAt);
    }

    private static Finding Time(ReceiptContent content, DateTimeOffset now) =>
        content.AskedAt - Verify.ClockTolerance > now ? Finding.Unknown(ReceiptCodes.TimeToCome, content.AskedAt) : Finding.Passed(ReceiptCodes.TimeGood, content.AskedAt, content.AsOf);

    private static Finding File(ReceiptContent content, ReadOnlyMemory<byte>? document) => document is not { } bytes ? Finding.Unknown(ReceiptCodes.DocumentMissing)
        : Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == content.DocumentSha256 ? Finding.Passed(ReceiptCodes.DocumentSame) : Finding.Failed(ReceiptCodes.DocumentOther);

    // The checkpoint shows how much of the log stood: one that witnesses saw only later was not there when the receipt says that it was asked.
    private static Finding Log(ReceiptContent content, TrustList trust)
    {
        if (content.LogCheckpoint is not { } text) return Finding.Passed(ReceiptCodes.LogNone);
        try
        {
            var written = Encoding.UTF8.GetBytes(text);
            var note = SignedNote.Parse(written);
            var origin = Checkpoint.Parse(note.Text).Origin;
            if (trust.PolicyOf(origin) is not { } policy) return Finding.Unknown(ReceiptCodes.LogUnknown, origin);
            var (checkpoint, seen, _) = policy.Judge(written, note);
            return seen is { } time && time - Verify.ClockTolerance > content.AskedAt ? Finding.Failed(ReceiptCodes.LogLater, time) : Finding.Passed(ReceiptCodes.LogHolds, checkpoint.Size, origin);
        }
        catch (LogFormatException wrong)
        {
            return wrong.Code == LogCodes.QuorumNotMet ? Finding.Unknown(ReceiptCodes.LogNotCosigned) : Finding.Failed(ReceiptCodes.LogWrong, wrong.Code);
        }
    }
}
