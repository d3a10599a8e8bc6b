using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Portal.Verification;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Verification;

/// <summary>Signed receipts of verifications, for who must show later what they asked and were told (docs/formats/receipt.md). They name the file by its digest, and nobody. None is kept here.</summary>
public sealed class Receipts(ReceiptKey key, ProgrammeSettings programme, TileFolder log, TimeProvider clock)
{
    /// <summary>The media type, and with <c>application/</c> left away the token's <c>typ</c> (RFC 7515, section 4.1.9).</summary>
    public const string MediaType = "application/verification-receipt+jwt";

    private const int MaxLength = 64 * 1024;

    private string Header => Encoded(new() { ["alg"] = "ES256", ["typ"] = MediaType["application/".Length..], ["kid"] = $"{programme.Did()}#{SignedTrustList.KeyIdOf(key.Key)}" });

    /// <summary>The receipt of an answer.</summary>
    /// <param name="document">The file, as it was sent.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="inputs">By what it was judged.</param>
    /// <param name="token">Ends it.</param>
    public async Task<string> Of(ReadOnlyMemory<byte> document, VerifyAnswer answer, VerificationInputs inputs, CancellationToken token)
    {
        // Of a day that has gone the ledger's own events answer in place of a status list.
        var list = answer is { Since: null, Content.Status.List: var address } && inputs.StatusList(address) is { } bytes
            ? new JsonObject { ["uri"] = address.AbsoluteUri, ["sha256"] = Digest(bytes) } : null;
        var payload = Encoded(new()
        {
            ["iss"] = programme.Did(),
            ["iat"] = clock.GetUtcNow().ToUnixTimeSeconds(),
            ["document_sha256"] = Digest(document.Span),
            ["as_of"] = answer.At.ToUnixTimeSeconds(),
            ["overall"] = answer.Overall,
            ["checks"] = new JsonArray([.. answer.Checks.Select(c => new JsonObject { ["name"] = c.Name, ["result"] = c.Result, ["code"] = c.Code })]),
            ["trust_list_sha256"] = Digest(inputs.Trust.ToJson()),
            ["status_list"] = list,
            ["log_checkpoint"] = log.Checkpoint is { } checkpoint ? Encoding.UTF8.GetString(checkpoint) : null,
        });
        var signature = key.Key.SignData(Encoding.ASCII.GetBytes($"{Header}.{payload}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{Header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Whether a text is a receipt that this ledger signed.</summary>
    public bool IsOurs(string receipt) => receipt.Length <= MaxLength && receipt.Split('.') is [var header, var payload, var last] && header == Header
        && Base64Url.IsValid(last, out var length) && length == 64
        && key.Key.VerifyData(Encoding.UTF8.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(last), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
