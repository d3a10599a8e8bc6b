using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A body's decisions to certify that no credential carries out yet; shown to who issues for it. People are ids.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="Decisions">The longest waiting first, those of up to 100 credentials.</param>
/// <param name="Next">Ask with <c>after</c> for more; null at the end.</param>
public sealed record WaitingDecisionsView(string Body, IReadOnlyList<WaitingDecisionsView.Waiting> Decisions, long? Next)
{
    /// <summary>A decision that waits.</summary>
    /// <param name="Decision">The decision.</param>
    /// <param name="Person">The candidate.</param>
    /// <param name="Scheme">The scheme.</param>
    /// <param name="TitleTh">Its title in Thai.</param>
    /// <param name="TitleEn">Its title in English.</param>
    /// <param name="DecidedOn">Day of the decision.</param>
    /// <param name="Hindrance">Code of why no credential would be issued today; null where one would.</param>
    /// <param name="Final">Whether that cannot change any more, so that the body can set the decision aside.</param>
    public sealed record Waiting(Guid Decision, Guid Person, Guid Scheme, string TitleTh, string TitleEn, DateOnly DecidedOn, string? Hindrance, bool Final);

    /// <summary>List them; that the list was shown is recorded.</summary>
    [WolverineGet("/api/decisions"), Serves<IssueCredential>]
    public static async Task<IResult> Get(long? after, HttpContext http, Viewer viewer, WaitingDecisions waiting, CancellationToken token)
    {
        var by = http.Features.GetRequiredFeature<Actor>();
        return await waiting.Of(by, after, token) is { } view ? await viewer.List(by, "waiting-decisions", by.Organisation, view.Decisions.DistinctBy(w => w.Person).Count(), view, token) : Lists.BeingBuilt;
    }
}
