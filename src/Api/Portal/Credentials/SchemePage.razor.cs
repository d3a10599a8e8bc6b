using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>One certification scheme: what it certifies, what it requires, for how long, and who may issue.</summary>
public sealed partial class SchemePage
{
    /// <summary>The scheme.</summary>
    [Parameter, EditorRequired] public required SchemeView Scheme { get; set; }

    /// <summary>What its codes and ids are called.</summary>
    [Parameter, EditorRequired] public required SchemeNames Names { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static Task<IResult> Get(Guid schemeId, Pages pages, Viewer viewer, CancellationToken token) => pages.Over<SchemeView>(SchemeView.Get(schemeId, viewer, token), async scheme =>
        await pages.Show<SchemePage>(new() { [nameof(Scheme)] = scheme, [nameof(Names)] = await SchemeNames.Of(scheme, viewer, token) }));
}
