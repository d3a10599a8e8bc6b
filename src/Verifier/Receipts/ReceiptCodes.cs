namespace CredentialLedger.Verifier.Receipts;

/// <summary>Every code that the check of a verification receipt can answer with; stable, described in docs/formats/receipt.md, with a sentence in both resource files.</summary>
public static class ReceiptCodes
{
    public const string FormGood = "receipt.form-good";
    public const string Malformed = "receipt.malformed";
    public const string Algorithm = "receipt.algorithm";
    public const string Signed = "receipt.signed";
    public const string UnknownKey = "receipt.unknown-key";
    public const string Signature = "receipt.signature";
    public const string KeyNotInForce = "receipt.key-not-in-force";
    public const string KeyCompromised = "receipt.key-compromised";
    public const string TimeGood = "receipt.time-good";
    public const string TimeToCome = "receipt.time-to-come";
    public const string DocumentSame = "receipt.document-same";
    public const string DocumentOther = "receipt.document-other";
    public const string DocumentMissing = "receipt.document-missing";
    public const string LogHolds = "receipt.log-holds";
    public const string LogNone = "receipt.log-none";
    public const string LogUnknown = "receipt.log-unknown";
    public const string LogNotCosigned = "receipt.log-not-cosigned";
    public const string LogLater = "receipt.log-later";
    public const string LogWrong = "receipt.log-wrong";
}
