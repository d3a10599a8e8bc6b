using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>Every key that signs credentials and how it stands; whoever keeps an organisation's keys registers one here.</summary>
public sealed partial class SigningKeysPage
{
    private static readonly string[] Fields = ["key", "algorithm", "certificate", "from"];

    /// <summary>The keys.</summary>
    [Parameter, EditorRequired] public required SigningKeysView View { get; set; }

    /// <summary>The registration that was refused; its form is its organisation's.</summary>
    [Parameter] public Attempt? Last { get; set; }

    /// <summary>Show them.</summary>
    [SignedIn]
    public static Task<IResult> Get(Pages pages, Issuers issuers, SigningKeyring keyring, CancellationToken token) => Show(null, pages, issuers, keyring, token);

    /// <summary>Register a key.</summary>
    [Gives<RegisterSigningKey>, Form]
    public static async Task<IResult> Register(HttpContext http, Pages pages, Issuers issuers, SigningKeyring keyring, Recorder recorder, CancellationToken token)
    {
        var entered = await Portal.Entered.In(http);
        var recorded = (entered.Choice<KeyAlgorithm>("algorithm"), entered.Day("from")) switch
        {
            (null, _) => Portal.Entered.Refuse("algorithm"),
            (_, null) => Portal.Entered.Refuse("from"),
            ({ } algorithm, { } from) => RegisterSigningKeyEndpoint.Put(entered.Text("key"), new(algorithm, entered.Text("certificate"), from), recorder, token),
        };
        return await pages.Done(recorded, $"/signing-keys/{entered.Text("key")}", "keys.done-registered",
            refused => Show(new(http.Features.GetRequiredFeature<Actor>().Organisation, refused, entered), pages, issuers, keyring, token));
    }

    private static async Task<IResult> Show(Attempt? last, Pages pages, Issuers issuers, SigningKeyring keyring, CancellationToken token) =>
        await pages.Show<SigningKeysPage>(new() { [nameof(View)] = await SigningKeysView.Get(issuers, keyring, token), [nameof(Last)] = last }, last?.Refused.Status ?? StatusCodes.Status200OK);

    private SigningKeysView.HeldKey[] Waiting(string organisation) =>
        [.. View.Held.Where(held => held.Organisation == organisation && View.Registered.All(registered => registered.Key != held.Key))];

    private Entered Entered(string organisation) => Last?.Form == organisation ? Last.Entered : Portal.Entered.Nothing;

    private string NameOf(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);
}
