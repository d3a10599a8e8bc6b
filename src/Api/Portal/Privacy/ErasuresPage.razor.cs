using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Privacy;

/// <summary>One person's requests to erase, where who decides on them decides. The person sees the same at <c>/me</c>.</summary>
public sealed partial class ErasuresPage
{
    /// <summary>The requests.</summary>
    [Parameter, EditorRequired] public required ErasuresView View { get; set; }

    private string? For => Visitor.For(Duties.DecideErasure).FirstOrDefault();

    /// <summary>Show it; that it was shown is recorded.</summary>
    [OwnOr<GrantErasure>("erasures-page")]
    public static Task<IResult> Get(Guid personId, Pages pages, Viewer viewer, Sealer sealer, PersonExports exports, CancellationToken token) =>
        pages.Over<ErasuresView>(ErasuresView.Get(personId, viewer, sealer, exports, token), view => pages.Show<ErasuresPage>(new() { [nameof(View)] = view }));

    /// <summary>Erase.</summary>
    [Gives<GrantErasure>, Form]
    public static async Task<IResult> Grant(Guid personId, Guid erasureId, HttpContext http, Pages pages, Recorder recorder, PersonExports exports, CancellationToken token)
    {
        var recorded = (await Entered.In(http)).Text("understood") == "yes" ? GrantErasureEndpoint.Post(personId, erasureId, recorder, exports, token) : Entered.Refuse();
        return await pages.Done(recorded, "/erasures", "erasure.was-granted", Task.FromResult<IResult>);
    }

    /// <summary>Refuse, on a ground of the law.</summary>
    [Gives<RefuseErasure>, Form]
    public static async Task<IResult> Refuse(Guid personId, Guid erasureId, HttpContext http, Pages pages, Recorder recorder, Sealer sealer, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Choice<KeepingGround>("ground") is { } ground
            ? RefuseErasureEndpoint.Post(personId, erasureId, new(ground, entered.Text("remark") is { Length: > 0 } remark ? remark.ReplaceLineEndings("\n") : null), recorder, sealer, token)
            : Entered.Refuse();
        return await pages.Done(recorded, "/erasures", "erasure.was-refused", Task.FromResult<IResult>);
    }
}
