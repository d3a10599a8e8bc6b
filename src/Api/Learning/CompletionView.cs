using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using Wolverine.Http;

namespace CredentialLedger.Api.Learning;

/// <summary>A training completion, and what became of it.</summary>
public sealed record CompletionView(Guid Id, Guid Person, Guid Course, string Framework, IReadOnlyList<string> Units, DateOnly CompletedOn,
    Evidence Evidence, CompletionView.Annulment? Annulled)
{
    /// <summary>Why it counts no more; the remark is null where there is none or the person's data was erased.</summary>
    public sealed record Annulment(AnnulmentGround Ground, string? Remark);

    /// <summary>Show a completion.</summary>
    [WolverineGet("/api/completions/{completionId:guid}"), Personal("completion")]
    public static Task<IResult> Get(Guid completionId, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<Completion>(completionId, Completion.Missing, c => c.Recorded.Person, async completion =>
        {
            var (c, annulled) = (completion.Recorded, completion.Annulled);
            return new CompletionView(c.Completion, c.Person, c.Course, c.Framework, c.Units, c.CompletedOn, c.Evidence,
                annulled is null ? null : new(annulled.Ground, await sealer.OpenRemark<CompletionAnnulled>(annulled.Remark, token)));
        }, token);
}
