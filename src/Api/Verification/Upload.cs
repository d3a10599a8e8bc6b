using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Verification;

/// <summary>Reads an uploaded document: the body itself, or the part <c>document</c> of a multipart form.</summary>
public static class Upload
{
    /// <summary>Largest upload in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>A form that takes one file was sent with several; said in the words of documents by <see cref="SeveralDocumentsException"/>.</summary>
    public static readonly Rejection SeveralFiles = new("request.several-files", RejectionKind.Invalid, "document");

    private const int LikelyLength = 16 * 1024;

    /// <summary>The document; null when there is none.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than <see cref="MaxLength"/>, or the form is malformed.</exception>
    public static async Task<byte[]?> Read(HttpRequest request, CancellationToken token)
    {
        if (request.ContentLength > MaxLength) throw TooLarge();
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is not true) return await ReadAll(request.Body, request.ContentLength, token);
        var form = await Form(request, token);
        // Of two it would not be clear of which one the answer is.
        if (form.Files.GetFiles("document") is { Count: > 1 }) throw new SeveralDocumentsException();
        if (form.Files.GetFile("document") is not { } file) return null;
        await using var stream = file.OpenReadStream();
        return await ReadAll(stream, file.Length, token);
    }

    /// <summary>Whether a form was sent with more than one file, under whatever name.</summary>
    /// <exception cref="BadHttpRequestException">The form is malformed, or too large.</exception>
    public static async Task<bool> HasSeveral(HttpRequest request, CancellationToken token) => request.HasFormContentType && (await Form(request, token)).Files.Count > 1;

    private static Task<IFormCollection> Form(HttpRequest request, CancellationToken token) =>
        request.ReadForm(new() { MultipartBodyLengthLimit = MaxLength, ValueCountLimit = 8, BufferBody = false }, token);

    // What is said of the length only saves work: it is believed up to a size that many at once may claim.
    private static async Task<byte[]?> ReadAll(Stream stream, long? length, CancellationToken token)
    {
        var bytes = new byte[length is > 0 and <= LikelyLength ? (int)length : LikelyLength];
        var at = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, token);
        while (at == bytes.Length && at != length)
        {
            Array.Resize(ref bytes, 2 * bytes.Length);
            at += await stream.ReadAtLeastAsync(bytes.AsMemory(at), bytes.Length - at, throwOnEndOfStream: false, token);
            if (at > MaxLength) throw TooLarge();
        }
        return at == 0 ? null : at == bytes.Length ? bytes : bytes[..at];
    }

    /// <summary>More than one document was sent where one is asked for.</summary>
    public sealed class SeveralDocumentsException() : BadHttpRequestException("Several documents were sent.", StatusCodes.Status400BadRequest);

    private static BadHttpRequestException TooLarge() => new("The upload is too large.", StatusCodes.Status413PayloadTooLarge);
}
