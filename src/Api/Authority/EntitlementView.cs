using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Whether, and by what authority, somebody was entitled to a duty at a moment: replayed from events.</summary>
/// <param name="Person">The person or system.</param>
/// <param name="Duty">The duty.</param>
/// <param name="AsOf">The moment at whose day in Thailand dates are judged.</param>
/// <param name="KnownAt">The moment up to which recorded events count.</param>
/// <param name="Sequence">Place in the ledger of the last event of authority that was taken into account; 0 before the first.</param>
/// <param name="Entitled">One line for each organisation; empty when nothing entitled them.</param>
/// <param name="GrantedBy">The parties that could entitle people to the duty.</param>
public sealed record EntitlementView(Guid Person, string Duty, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence, IReadOnlyList<Actor> Entitled, IReadOnlyList<string> GrantedBy)
{
    /// <summary>There is no such duty.</summary>
    public static readonly Rejection UnknownDuty = new("duty.unknown", RejectionKind.Missing, "duty");

    /// <summary>Replay who was entitled.</summary>
    [WolverineGet("/api/entitlements/{person:guid}/{duty}"), Audits]
    public static async Task<IResult> Get(Guid person, string duty, string? asOf, string? knownAt, AuthorityCache authority, TimeProvider clock, CancellationToken token)
    {
        if (Duties.Find(duty) is not { } asked) return Problem.Of(UnknownDuty);
        var (moments, malformed) = Moments.Of(asOf, knownAt, clock);
        if (moments is null) return malformed!;
        var known = moments.KnownAt ?? clock.GetUtcNow();
        var (then, sequence) = await authority.At(known, token);
        return Results.Ok(new EntitlementView(person, duty, moments.AsOf, known, sequence, then.Of(person, asked, moments.Day), then.GrantedBy(asked)));
    }
}
