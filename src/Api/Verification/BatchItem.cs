using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>One line of a batch (docs/formats/verify.md, section 2).</summary>
/// <param name="Id">The caller's own name for it, given back as it is.</param>
/// <param name="Document">The document in base64.</param>
public sealed record BatchItem(string? Id, byte[]? Document)
{
    private const int MaxId = 200;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false };

    /// <summary>What a line says, or why it says nothing.</summary>
    public static (BatchItem? Item, RefusedRequest? Refusal) Read(byte[]? line)
    {
        if (line is null) return (null, Refused(Problem.Of(StatusCodes.Status413PayloadTooLarge, "request.too-large")));
        BatchItem? item;
        try
        {
            item = JsonSerializer.Deserialize<BatchItem>(line, Strict);
        }
        catch (JsonException)
        {
            item = null;
        }
        if (item is null or { Id.Length: > MaxId }) return (null, Refused(Problem.Of(StatusCodes.Status400BadRequest, "verification.malformed-line")));
        return item.Document switch
        {
            null or [] => (item, Refused(Problem.Of(StatusCodes.Status400BadRequest, "verification.empty-line", "document"))),
            { Length: > Upload.MaxLength } => (item, Refused(Problem.Of(StatusCodes.Status413PayloadTooLarge, "request.too-large", "document"))),
            _ => (item, null),
        };
    }

    private static RefusedRequest Refused(IResult problem) => (RefusedRequest)problem;
}
