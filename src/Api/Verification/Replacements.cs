using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CredentialLedger.Api.Http;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Verification;

/// <summary>
/// Tells a credential whose place another one took apart from a revoked one: the published list has one value for both, and only the ledger
/// knows more. It says that there is another, and neither which, nor in what name, nor why (docs/design/0036-renewal-and-replacement.md).
/// </summary>
public sealed class Replacements(ReadModelReader models)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>What the ledger knows of a credential that its list tells as revoked; null unless it was replaced by the day of the verdict.</summary>
    public async Task<PastCheck?> Of(Verdict verdict, CancellationToken token)
    {
        if (verdict.Content is not { } content || !verdict.Checks.Any(c => c.Code == Codes.StatusRevoked)) return null;
        var row = (await models.Look<CredentialStanding>(content.Id, new() { Stream = content.Id }, DateTimeOffset.MaxValue, token))?.Now;
        return PastVerification.Standing(content, row, verdict.At.ThaiDay()) is { Code: PastCheck.Replaced } replaced ? replaced : null;
    }

    /// <summary>The verdict's JSON, and behind it as <c>standing</c> that the credential was replaced, where it was.</summary>
    public async Task<byte[]> Tell(Verdict verdict, CancellationToken token)
    {
        if (await Of(verdict, token) is not { } replaced) return verdict.ToJson();
        var told = JsonNode.Parse(verdict.ToJson())!.AsObject();
        told["standing"] = JsonSerializer.SerializeToNode(replaced, Readable);
        return JsonSerializer.SerializeToUtf8Bytes(told, Readable);
    }
}
