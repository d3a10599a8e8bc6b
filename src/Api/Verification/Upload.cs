using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Reads an uploaded document: the body itself, or the part <c>document</c> of a multipart form.</summary>
public static class Upload
{
    /// <summary>Largest upload in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>The document; null when there is none.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than <see cref="MaxLength"/>, or the form is malformed.</exception>
    public static async Task<byte[]?> Read(HttpRequest request, CancellationToken token)
    {
        if (request.ContentLength > MaxLength) throw TooLarge();
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is not true) return await ReadAll(request.Body, token);
        var form = await request.ReadForm(new() { MultipartBodyLengthLimit = MaxLength, ValueCountLimit = 8, BufferBody = false }, token);
        // Of two it would not be clear of which one the answer is.
        if (form.Files.GetFiles("document") is { Count: > 1 }) throw new SeveralDocumentsException();
        if (form.Files.GetFile("document") is not { } file) return null;
        await using var stream = file.OpenReadStream();
        return await ReadAll(stream, token);
    }

    private static async Task<byte[]?> ReadAll(Stream stream, CancellationToken token)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, token)) > 0)
        {
            if (whole.Length + read > MaxLength) throw TooLarge();
            whole.Write(buffer, 0, read);
        }
        return whole.Length == 0 ? null : whole.ToArray();
    }

    /// <summary>More than one document was sent where one is asked for.</summary>
    public sealed class SeveralDocumentsException() : BadHttpRequestException("Several documents were sent.", StatusCodes.Status400BadRequest);

    private static BadHttpRequestException TooLarge() => new("The upload is too large.", StatusCodes.Status413PayloadTooLarge);
}
