using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal.Shell;
using CredentialLedger.Domain.Credentials;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>One signing key: how it stands, what happened to it, and what whoever keeps its organisation's keys can do about it, each with what follows from it.</summary>
public sealed partial class SigningKeyPage
{
    private static readonly string[] Fields = ["from", "successor", "reference", Understood.Field];

    /// <summary>The key.</summary>
    [Parameter, EditorRequired] public required SigningKeyView View { get; set; }

    /// <summary>What was asked last and refused.</summary>
    [Parameter] public Attempt? Last { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(string key, Pages pages, SigningKeyHistories histories, CancellationToken token) => Show(key, null, pages, histories, token);

    /// <summary>Let another key sign instead.</summary>
    [Gives<RotateSigningKey>, Form]
    public static Task<IResult> Rotate(string key, HttpContext http, Pages pages, SigningKeyHistories histories, Recorder recorder, CancellationToken token) => Act(key, "rotation", "keys.done-rotated", http, pages, histories, entered =>
        entered.Day("from") is { } from ? RotateSigningKeyEndpoint.Post(key, new(entered.Text("successor"), from), recorder, token) : Portal.Entered.Refuse("from"), token);

    /// <summary>End it without a successor.</summary>
    [Gives<CeaseSigningKey>, Form]
    public static Task<IResult> Cease(string key, HttpContext http, Pages pages, SigningKeyHistories histories, Recorder recorder, CancellationToken token) => Act(key, "end", "keys.done-ceased", http, pages, histories, entered =>
        !Understood.Ticked(entered) ? Portal.Entered.Refuse(Understood.Field)
        : entered.Day("from") is { } from ? CeaseSigningKeyEndpoint.Post(key, new(from), recorder, token) : Portal.Entered.Refuse("from"), token);

    /// <summary>Report it as stolen.</summary>
    [Gives<ReportCompromise>, Form]
    public static Task<IResult> Report(string key, HttpContext http, Pages pages, SigningKeyHistories histories, Recorder recorder, CancellationToken token) => Act(key, "compromise", "keys.done-compromised", http, pages, histories, entered =>
        !Understood.Ticked(entered) ? Portal.Entered.Refuse(Understood.Field)
        : entered.Day("from") is { } from ? ReportCompromiseEndpoint.Post(key, new(from, entered.Text("reference")), recorder, token) : Portal.Entered.Refuse("from"), token);

    /// <summary>Declare it fraudulent.</summary>
    [Gives<DeclareKeyFraudulent>, Form]
    public static Task<IResult> Declare(string key, HttpContext http, Pages pages, SigningKeyHistories histories, Recorder recorder, CancellationToken token) => Act(key, "fraud", "keys.done-declared", http, pages, histories, entered =>
        Understood.Ticked(entered) ? DeclareKeyFraudulentEndpoint.Post(key, new(entered.Text("reference")), recorder, token) : Portal.Entered.Refuse(Understood.Field), token);

    private static async Task<IResult> Act(string key, string form, string done, HttpContext http, Pages pages, SigningKeyHistories histories, Func<Entered, Task<IResult>> record, CancellationToken token)
    {
        var entered = await Portal.Entered.In(http);
        return await pages.Done(record(entered), $"/signing-keys/{key}", done, refused => Show(key, new(form, refused, entered), pages, histories, token));
    }

    private static Task<IResult> Show(string key, Attempt? last, Pages pages, SigningKeyHistories histories, CancellationToken token) =>
        pages.Over<SigningKeyView>(histories.Show(key, token), view => pages.Show<SigningKeyPage>(new() { [nameof(View)] = view, [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK));

    private SigningKeysView.RegisteredKey Key => View.Key;

    private string Address => $"/signing-keys/{Key.Key}";

    private OpenKeyAct? Open(KeyAct act) => View.Acts.FirstOrDefault(a => a.Act == act);

    // What was refused stays with what was entered, though it would be offered no more.
    private bool Shows(KeyAct act) => Open(act) is not null || Last?.Form == FormOf(act);

    private string? For(KeyAct act) => Open(act)?.Organisation ?? (Last?.Form == FormOf(act) ? Last.Entered.Text(PortalForms.For) : null);

    private IReadOnlyList<string> Successors => Open(KeyAct.Rotate)?.Successors ?? [];

    private Entered Entered(string form) => Last?.Form == form ? Last.Entered : Portal.Entered.Nothing;

    private string NameOf(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);

    private string What(SigningKeyView.Entry entry) => L[entry.Type switch
    {
        "signing-key-registered" => "keys.was-registered",
        "signing-key-rotated" => "keys.was-rotated",
        "signing-key-ceased" => "keys.was-ceased",
        "signing-key-compromised" => "keys.was-compromised",
        _ => "keys.was-declared",
    }, NameOf(entry.Organisation), entry.From is { } from ? L.Of(from) : ""];

    private static string FormOf(KeyAct act) => act switch
    {
        KeyAct.Rotate => "rotation",
        KeyAct.Cease => "end",
        KeyAct.ReportCompromise => "compromise",
        _ => "fraud",
    };
}
