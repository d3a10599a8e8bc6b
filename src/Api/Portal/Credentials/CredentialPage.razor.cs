using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Microsoft.AspNetCore.Components;
using Wolverine.Marten;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>One credential: how it stands, what happened to it, and what its reader can do about it now.</summary>
public sealed partial class CredentialPage
{
    // Under this code it is recorded that somebody else was shown a credential by this page; never changed.
    private const string Shown = "credential-page";

    /// <summary>The credential.</summary>
    [Parameter, EditorRequired] public required CredentialHistoryView View { get; set; }

    /// <summary>The form that was refused last, if one was.</summary>
    [Parameter] public Attempt? Last { get; set; }

    private CredentialView Credential => View.Credential;

    private bool IsOwn => Visitor.Principal?.Id == Credential.Person;

    // The credentials before and after it: of the same holder, so for everybody who may read this one.
    private IEnumerable<(string Words, Guid Other)> Kin
    {
        get
        {
            if (Credential.ReplacedBy is { } successor) yield return ("credentials.replaced-by", successor);
            if (Credential.Replaces is { } predecessor) yield return ("credentials.replaces", predecessor);
            if (Credential.RenewedBy is { } renewal) yield return ("credentials.renewed-by", renewal);
            if (Credential.Renews is { } renewed) yield return ("credentials.renews", renewed);
        }
    }

    private string? Why => (Credential.Ground, Credential.SuspensionGround) switch
    {
        ({ } ground, _) => CredentialWords.Of(ground),
        (_, { } ground) => CredentialWords.Of(ground),
        _ => null,
    };

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Personal(Shown)]
    public static Task<IResult> Get(Guid credentialId, Pages pages, CredentialHistories histories, CancellationToken token) => Show(credentialId, null, pages, histories, token);

    /// <summary>Give out its document in a format; that it was given out is recorded.</summary>
    [Personal("credential-page-document")]
    public static Task<IResult> Document(Guid credentialId, string? format, Viewer viewer, Documents documents, ProvenDocuments proven, CredentialShapes shapes, CancellationToken token) =>
        CredentialDocumentEndpoint.Get(credentialId, format, viewer, documents, proven, shapes, token);

    /// <summary>Suspend it.</summary>
    [Gives<SuspendCredential>(Shown), Form]
    public static Task<IResult> Suspend(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        Take(credentialId, "suspend", "credentials.was-suspended", http, pages, viewer, histories, entered => entered.Choice<SuspensionGround>("ground") is { } ground
            ? SuspendCredentialEndpoint.Post(credentialId, new(ground, entered.Prose("text")), recorder, sealer, outbox, token) : Entered.Refuse(), token);

    /// <summary>Reinstate it.</summary>
    [Gives<ReinstateCredential>(Shown), Form]
    public static Task<IResult> Reinstate(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        Take(credentialId, "reinstate", "credentials.was-reinstated", http, pages, viewer, histories, entered =>
            ReinstateCredentialEndpoint.Post(credentialId, new(entered.Prose("text")), recorder, sealer, outbox, token), token);

    /// <summary>Replace it by one that says the name which the holder has now, and go on to that.</summary>
    [Gives<ReplaceCredential>(Shown), Form]
    public static Task<IResult> Replace(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, CredentialReplacing replacing, CancellationToken token) =>
        Take(credentialId, "replace", "credentials.was-replaced", http, pages, viewer, histories, _ => ReplaceCredentialEndpoint.Post(credentialId, recorder, replacing, token), token, Domain.Credentials.Credential.ReplacementOf(credentialId));

    /// <summary>Revoke it without a notice.</summary>
    [Gives<RevokeCredential>(Shown), Form]
    public static Task<IResult> Revoke(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        Take(credentialId, "revoke", "credentials.was-revoked", http, pages, viewer, histories, entered => entered.Choice<Ground>("ground") is { } ground
            ? RevokeCredentialEndpoint.Post(credentialId, new(ground, entered.Prose("text")), recorder, sealer, outbox, token) : Entered.Refuse(), token);

    /// <summary>Give notice that it may be revoked.</summary>
    [Gives<NotifyRevocation>(Shown), Form]
    public static Task<IResult> Notify(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, CancellationToken token) =>
        Take(credentialId, "notify", "credentials.was-notified", http, pages, viewer, histories, entered => (entered.Choice<Ground>("ground"), entered.Day("until")) is ({ } ground, { } until)
            ? NotifyRevocationEndpoint.Post(credentialId, new(ground, until, entered.Prose("text")), recorder, sealer, token) : Entered.Refuse(), token);

    /// <summary>Decide on the notice.</summary>
    [Gives<DecideRevocation>(Shown), Form]
    public static Task<IResult> Decide(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        Take(credentialId, "decide", "credentials.was-decided", http, pages, viewer, histories, entered => entered.Choice<RevocationRuling>("ruling") is { } ruling
            ? DecideRevocationEndpoint.Post(credentialId, new(ruling, entered.Prose("text")), recorder, sealer, outbox, token) : Entered.Refuse(), token);

    /// <summary>Rule on the appeal.</summary>
    [Gives<RuleOnAppeal>(Shown), Form]
    public static Task<IResult> Rule(Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        Take(credentialId, "rule", "credentials.was-ruled", http, pages, viewer, histories, entered => entered.Choice<AppealRuling>("ruling") is { } ruling
            ? RuleOnAppealEndpoint.Post(credentialId, new(ruling, entered.Prose("text")), recorder, sealer, outbox, token) : Entered.Refuse(), token);

    /// <summary>Answer the notice, as the holder.</summary>
    [OwnOr<AnswerNotice>(Shown), Form]
    public static Task<IResult> Answer(Guid personId, Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, CancellationToken token) =>
        Take(credentialId, "answer", "credentials.was-answered", http, pages, viewer, histories, entered =>
            AnswerNoticeEndpoint.Post(personId, credentialId, new(entered.Prose("text")), recorder, sealer, token), token);

    /// <summary>Appeal, as the holder.</summary>
    [OwnOr<AppealRevocation>(Shown), Form]
    public static Task<IResult> Appeal(Guid personId, Guid credentialId, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Recorder recorder, Sealer sealer, CancellationToken token) =>
        Take(credentialId, "appeal", "credentials.was-appealed", http, pages, viewer, histories, entered =>
            AppealRevocationEndpoint.Post(personId, credentialId, new(entered.Prose("text")), recorder, sealer, token), token);

    private static async Task<IResult> Take(Guid id, string form, string notice, HttpContext http, Pages pages, Viewer viewer, CredentialHistories histories, Func<Entered, Task<IResult>> record, CancellationToken token, Guid? to = null)
    {
        var entered = await Entered.In(http);
        return await pages.Done(record(entered), $"/credentials/{to ?? id}", notice, refused =>
        {
            viewer.AskAnew();
            return Show(id, new(form, refused, entered), pages, histories, token);
        });
    }

    private static Task<IResult> Show(Guid id, Attempt? last, Pages pages, CredentialHistories histories, CancellationToken token) =>
        pages.Over<CredentialHistoryView>(CredentialHistoryView.Get(id, histories, token), view =>
            pages.Show<CredentialPage>(new() { [nameof(View)] = view, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));

    private string By(CredentialHistoryView.Entry entry) => entry.By == Credential.Person ? L["credentials.by-holder"] : Name(entry.Organisation);

    private string Name(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);
}
