using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Http;

/// <summary>Reads the form of a request; one that breaks off, or holds what no form holds, is the caller's mistake and no failure of ours.</summary>
public static class Forms
{
    /// <summary>The form.</summary>
    /// <exception cref="BadHttpRequestException">There is none, or it is malformed, or too large.</exception>
    public static async Task<IFormCollection> ReadForm(this HttpRequest request, FormOptions? options, CancellationToken token)
    {
        if (!request.HasFormContentType) throw new BadHttpRequestException("The body is no form.", StatusCodes.Status400BadRequest);
        try
        {
            return options is null ? await request.ReadFormAsync(token) : await request.ReadFormAsync(options, token);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException(e.Message, StatusCodes.Status400BadRequest, e);
        }
    }
}
