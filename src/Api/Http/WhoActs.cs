using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Http;

/// <summary>Who is acting in this request, and whether they may under a duty.</summary>
public sealed class WhoActs(SignedIn signedIn, DevelopmentDuties duties)
{
    /// <summary>The principal lacks the duty that the command needs.</summary>
    public static readonly Rejection DutyMissing = new("identity.duty-missing", RejectionKind.Forbidden);

    /// <summary>The actor under that duty, or the answer that refuses them.</summary>
    public (Actor? Actor, IResult? Refusal) Under(Duty duty)
    {
        var (principal, refusal) = signedIn.Who();
        if (principal is null) return (null, refusal);
        return duties.Under(principal.Id, duty) is { } actor
            ? (actor, null)
            : (null, Problem.Of(StatusCodes.Status403Forbidden, DutyMissing.Code, more: new Dictionary<string, object?> { ["duty"] = duty.Code }));
    }
}
