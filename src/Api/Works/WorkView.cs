using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using Wolverine.Http;

namespace CredentialLedger.Api.Works;

/// <summary>A work, logo or mark, whose it is, and who may use it.</summary>
public sealed record WorkView(Guid Id, string TitleTh, string TitleEn, WorkKind Kind, WorkOrigin Origin, IReadOnlyList<OwnerShare> Owners, string Manager,
    Guid? Arrangement, string? Sha256, IReadOnlyList<WorkView.PermitShown> Permits)
{
    /// <summary>A written permission; revoked from a day on, or not.</summary>
    public sealed record PermitShown(Guid Id, string User, string Purpose, IReadOnlyList<PlaceOfUse> Places, DateOnly From, DateOnly Until, string Reference, DateOnly? RevokedFrom);

    /// <summary>Show a work.</summary>
    [WolverineGet("/api/works/{workId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid workId, Viewer viewer, CancellationToken token) =>
        viewer.State<Work>(workId, Work.Missing, Of, token);

    internal static WorkView Of(Work work) => Of(work.Registered, work.Permits);

    private static WorkView Of(WorkRegistered w, IEnumerable<Permit> permits) => new(w.Work, w.TitleTh, w.TitleEn, w.Kind, w.Origin, w.Owners, w.Manager, w.Arrangement, w.Sha256,
        [.. permits.Select(p => Of(p.Permitted, p.Revoked?.From))]);

    private static PermitShown Of(UsePermitted p, DateOnly? revoked) => new(p.Permit, p.User, p.Purpose, p.Places, p.From, p.Until, p.Reference, revoked);
}
