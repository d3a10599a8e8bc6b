using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Privacy;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Privacy;

/// <summary>Where people ask to have their data erased, after reading what that means.</summary>
public sealed partial class AskErasurePage
{
    /// <summary>The request's id, the same when the form is sent again.</summary>
    [Parameter] public Guid Request { get; set; } = Guid.NewGuid();

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Pages pages) => pages.Show<AskErasurePage>();

    /// <summary>Ask, for oneself.</summary>
    [OwnOr<RequestErasure>, Form]
    public static async Task<IResult> Ask(Guid personId, Guid erasureId, HttpContext http, Pages pages, Recorder recorder, Sealer sealer, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var recorded = entered.Text("understood") == "yes"
            ? RequestErasureEndpoint.Put(personId, erasureId, new(entered.Text("remark") is { Length: > 0 } remark ? remark.ReplaceLineEndings("\n") : null), recorder, sealer, token)
            : Entered.Refuse();
        return await pages.Done(recorded, "/me", "erasure.was-asked",
            refused => pages.Show<AskErasurePage>(new() { [nameof(Request)] = erasureId, [nameof(Entered)] = entered, [nameof(Refused)] = refused }, refused.Status));
    }
}
