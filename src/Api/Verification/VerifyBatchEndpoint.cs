using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>
/// Verifies many documents for a program (docs/formats/verify.md, section 2): one JSON object a line in and out, each answered by itself with the verdict
/// that it gets alone, all by the same trust list and status lists. The answer begins after the last line was read, so that who sends first and reads later never waits for us.
/// </summary>
public static class VerifyBatchEndpoint
{
    /// <summary>The media type of both: JSON Lines.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>Most documents of a batch.</summary>
    public const int MaxItems = 1000;

    /// <summary>Largest batch in bytes.</summary>
    public const int MaxBody = 32 * 1024 * 1024;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Verify up to 1,000 documents, each line {"id": …, "document": base64} with an answer {"line": …, "id": …, "verdict": …} or {"line": …, "id": …, "problem": …}, as of a moment.</summary>
    [WolverinePost("/api/verify/batch"), Open]
    public static async Task<IResult> Post(HttpContext http, [FromQuery] string? at, CredentialVerification verification, PastVerification past, Replacements replacements,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, TimeProvider clock, CancellationToken token)
    {
        var request = http.Request;
        if (request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is not (MediaType or "application/jsonl")) return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "verification.not-lines");
        if (Moment.Parse(at, clock) is not { } moment) return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", "at");
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome("at");
        if (request.ContentLength > MaxBody) return Problem.Of(StatusCodes.Status413PayloadTooLarge, "verification.batch-too-large");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBody;

        var inputs = string.IsNullOrEmpty(at) ? await verification.Now(token) : await verification.KnownAt(moment, token);
        using var answers = new MemoryStream();
        var count = 0;
        await foreach (var (number, line) in BatchLines.Read(request.BodyReader, token))
        {
            if (++count > MaxItems) return Problem.Of(StatusCodes.Status413PayloadTooLarge, "verification.batch-too-many");
            var (item, refusal) = BatchItem.Read(line);
            var verdict = refusal is null ? await VerdictOn(item!.Document!) : null;
            using (var answer = new Utf8JsonWriter(answers, Compact)) Write(answer, number, item?.Id, verdict, refusal);
            answers.WriteByte((byte)'\n');
        }
        return count == 0 ? Problem.Of(StatusCodes.Status400BadRequest, "verification.batch-empty") : Results.Bytes(answers.ToArray(), MediaType);

        async Task<byte[]> VerdictOn(byte[] document)
        {
            var verdict = verification.Of(document, inputs, moment);
            return string.IsNullOrEmpty(at) ? await replacements.Tell(verdict, token) : JsonSerializer.SerializeToUtf8Bytes(await past.Of(document, verdict, token), json.Value.SerializerOptions);
        }
    }

    private static void Write(Utf8JsonWriter answer, int number, string? id, byte[]? verdict, RefusedRequest? refusal)
    {
        answer.WriteStartObject();
        answer.WriteNumber("line", number);
        answer.WriteString("id", id);
        if (verdict is not null)
        {
            answer.WritePropertyName("verdict");
            using var told = JsonDocument.Parse(verdict); // on one line, which is all that is changed
            told.RootElement.WriteTo(answer);
        }
        else
        {
            answer.WriteStartObject("problem");
            answer.WriteString("code", refusal!.Code);
            answer.WriteString("titleTh", refusal.Thai);
            answer.WriteString("title", refusal.English);
            answer.WriteEndObject();
        }
        answer.WriteEndObject();
    }
}
