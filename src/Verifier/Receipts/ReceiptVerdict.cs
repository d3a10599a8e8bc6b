using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CredentialLedger.Verifier.Receipts;

/// <summary>The verdict on a receipt itself, check by check in the order of docs/formats/receipt.md. What the receipt answers about the document is <see cref="ReceiptContent.Answered"/>, and another question.</summary>
/// <param name="Overall">Whether the receipt holds.</param>
/// <param name="Checks">The checks.</param>
/// <param name="Content">What the receipt says; null unless its signature holds.</param>
public sealed record ReceiptVerdict(Overall Overall, IReadOnlyList<Check> Checks, ReceiptContent? Content)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Both in one: valid only where the receipt holds and says valid.</summary>
    public Overall Together => Content is not { Answered: var answered } ? (Overall is Overall.Valid ? Overall.Undetermined : Overall)
        : Overall is Overall.Invalid || answered is Overall.Invalid ? Overall.Invalid
        : Overall is Overall.Valid && answered is Overall.Valid ? Overall.Valid : Overall.Undetermined;

    /// <summary>The stable JSON form, version <c>credentialledger-receipt-verdict-1</c>: members are added, never renamed.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["format"] = "credentialledger-receipt-verdict-1",
        ["overall"] = VerificationReceipt.Name(Overall),
        ["checks"] = new JsonArray([.. Checks.Select(c => new JsonObject
        {
            ["name"] = c.Name, ["result"] = VerificationReceipt.Name(c.Result), ["code"] = c.Code, ["sentenceTh"] = c.SentenceTh, ["sentenceEn"] = c.SentenceEn,
        })]),
        ["answer"] = Content is null ? null : new JsonObject
        {
            ["ledger"] = Content.Ledger,
            ["askedAt"] = Iso(Content.AskedAt),
            ["asOf"] = Iso(Content.AsOf),
            ["documentSha256"] = Content.DocumentSha256,
            ["overall"] = VerificationReceipt.Name(Content.Answered),
            ["checks"] = new JsonArray([.. Content.Checks.Select(c => new JsonObject { ["name"] = c.Name, ["result"] = VerificationReceipt.Name(c.Result), ["code"] = c.Code })]),
            ["trustListSha256"] = Content.TrustListSha256,
            ["statusList"] = Content.StatusList?.AbsoluteUri,
            ["statusListSha256"] = Content.StatusListSha256,
            ["logCheckpoint"] = Content.LogCheckpoint,
        },
    }, Options);

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
