using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Http;

/// <summary>Who is acting in this request, and whether they may under a duty.</summary>
public sealed class WhoActs(IHttpContextAccessor http, DevelopmentIdentities identities)
{
    /// <summary>The identity lacks the duty that the command needs.</summary>
    public static readonly Rejection DutyMissing = new("identity.duty-missing", RejectionKind.Forbidden);

    /// <summary>The actor under that duty, or the answer that refuses them.</summary>
    public (Actor? Actor, IResult? Refusal) Under(Duty duty)
    {
        if (http.HttpContext?.Request.Headers[DevelopmentIdentity.Header].ToString() is not { Length: > 0 } name)
            return (null, Problem.Of(StatusCodes.Status401Unauthorized, "identity.missing"));
        if (identities.Find(name) is not { } identity) return (null, Problem.Of(StatusCodes.Status401Unauthorized, "identity.unknown"));
        return identity.Under(duty) is { } actor
            ? (actor, null)
            : (null, Problem.Of(StatusCodes.Status403Forbidden, DutyMissing.Code, more: new Dictionary<string, object?> { ["duty"] = duty.Code }));
    }
}

/// <summary>Every development identity; none at all outside the Development environment.</summary>
public sealed class DevelopmentIdentities(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly Dictionary<string, DevelopmentIdentity> byName = environment.IsDevelopment()
        ? (configuration.GetSection(DevelopmentIdentity.Section).Get<DevelopmentIdentity[]>() ?? []).ToDictionary(i => i.Name)
        : [];

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<DevelopmentIdentity> All => byName.Values;

    /// <summary>The identity of that name, or null.</summary>
    public DevelopmentIdentity? Find(string name) => byName.GetValueOrDefault(name);
}
