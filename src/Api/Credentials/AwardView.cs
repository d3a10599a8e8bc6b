using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A person's foreign award that was accepted, and what became of it; the number is null once the person's data was erased.</summary>
public sealed record AwardView(Guid Id, Guid Person, Guid Equivalence, string Framework, string Unit, int? Level, string? Number, DateOnly AwardedOn, DateOnly? CountsUntil,
    Evidence Evidence, Guid AcceptedBy, AwardView.Annulment? Annulled)
{
    /// <summary>Why it counts no more; the remark is null where there is none or the person's data was erased.</summary>
    public sealed record Annulment(AnnulmentGround Ground, string? Remark);

    /// <summary>Show an accepted award.</summary>
    [WolverineGet("/api/awards/{awardId:guid}"), Personal("award")]
    public static Task<IResult> Get(Guid awardId, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<Award>(awardId, Award.Missing, a => a.Accepted.Person, async award =>
        {
            var (a, annulled) = (award.Accepted, award.Annulled);
            return new AwardView(a.Award, a.Person, a.Equivalence, a.Framework, a.Unit, a.Level, await sealer.OpenText<AwardAccepted>("number", a.Number, token), a.AwardedOn, a.CountsUntil,
                a.Evidence, a.AcceptedBy, annulled is null ? null : new(annulled.Ground, await sealer.OpenRemark<AwardAnnulled>(annulled.Remark, token)));
        }, token);
}
