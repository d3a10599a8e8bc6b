using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.SignIn;

/// <summary>Who is signed in to this request: by a bearer token at the API, by a cookie at the portal.</summary>
public sealed class SignedIn(IHttpContextAccessor http)
{
    /// <summary>Nobody is signed in.</summary>
    public static readonly Rejection Missing = new("identity.missing", RejectionKind.Forbidden);

    /// <summary>The token is not good here.</summary>
    public static readonly Rejection InvalidToken = new("identity.invalid-token", RejectionKind.Forbidden);

    /// <summary>The provider's keys could not be had, so nobody can tell whether the token is good.</summary>
    public static readonly Rejection Unreachable = new("identity.provider-unreachable", RejectionKind.Conflict);

    /// <summary>The principal, or the answer to a request without one. A bad token is never told apart from another (RFC 6750, section 3.1).</summary>
    public (Principal? Principal, IResult? Refusal) Who()
    {
        if (Principal.Of(http.HttpContext?.User) is { } principal) return (principal, null);
        return http.HttpContext?.Features.Get<RefusedToken>() switch
        {
            null => (null, Challenge("Bearer", Problem.Of(StatusCodes.Status401Unauthorized, Missing.Code))),
            { Judged: true } => (null, Challenge("Bearer error=\"invalid_token\"", Problem.Of(StatusCodes.Status401Unauthorized, InvalidToken.Code))),
            _ => (null, Problem.Of(StatusCodes.Status503ServiceUnavailable, Unreachable.Code)),
        };
    }

    private IResult Challenge(string challenge, IResult answer)
    {
        http.HttpContext?.Response.Headers.WWWAuthenticate = challenge;
        return answer;
    }
}

/// <summary>A bearer token came and was not taken.</summary>
/// <param name="Judged">Whether it was found bad; otherwise the provider's keys could not be had, and nobody can tell.</param>
public sealed record RefusedToken(bool Judged);
