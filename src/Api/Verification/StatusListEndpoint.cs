using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Verifier.Status;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace CredentialLedger.Api.Verification;

/// <summary>Gives out the token status lists, which anybody who verifies needs: the newest, or the one that was in force at a moment.</summary>
public static class StatusListEndpoint
{
    /// <summary>A status list token (draft-ietf-oauth-status-list, section 8.1): the newest, or the one that was in force at a moment (section 8.4).</summary>
    /// <param name="at">A day in Thailand, or a moment with its offset; instead of <paramref name="time"/>.</param>
    /// <param name="time">A moment, in seconds since 1970.</param>
    [WolverineGet("/status/{issuer}/{list:int}"), Open]
    public static Task<IResult> Get(string issuer, int list, [FromQuery] string? at, [FromQuery] string? time, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token) =>
        Answer(issuer, list, null, at, time, status, clock, response, token);

    /// <summary>The answer for a list of either format.</summary>
    /// <param name="issuer">Code of an issuer.</param>
    /// <param name="list">Number of the list.</param>
    /// <param name="purpose">Of a bitstring list; null for a token status list.</param>
    /// <param name="at">A day or a moment, as everywhere in this API.</param>
    /// <param name="asked">The moment by the parameter that the format's own specification names.</param>
    /// <param name="status">Where the lists are.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="response">For the headers.</param>
    /// <param name="token">Ends it.</param>
    internal static async Task<IResult> Answer(string issuer, int list, StatusPurpose? purpose, string? at, string? asked, StatusPublisher status, TimeProvider clock, HttpResponse response, CancellationToken token)
    {
        var byAt = !string.IsNullOrEmpty(at);
        var field = byAt ? "at" : purpose is null ? "time" : "timestamp";
        var text = byAt ? at : asked;
        if (byAt && !string.IsNullOrEmpty(asked)) return Problem.Of(StatusCodes.Status400BadRequest, "request.several-moments", field);
        if ((field == "time" ? Moment.OfSeconds(text, clock) : Moment.Parse(text, clock)) is not { } moment)
            return field == "time" ? Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-seconds", field) : Problem.Of(StatusCodes.Status400BadRequest, "request.malformed-moment", field);
        if (Moment.IsToCome(moment, clock)) return Moments.ToCome(field);
        var file = string.IsNullOrEmpty(text) ? status.FileOf(issuer, list, purpose) : status.FileAt(issuer, list, purpose, moment);
        if (file is null || !File.Exists(file)) return Problem.Of(StatusCodes.Status404NotFound, "status-list.missing");
        var type = purpose is null ? "application/statuslist+jwt" : "application/vc+jwt";
        return StaticFile.Of(await File.ReadAllBytesAsync(file, token), type, StatusPublisher.TimeToLive, response);
    }
}
