using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.People;

/// <summary>Somebody's skills and credentials, today or as of an earlier day, for whoever may read their record. The person sees the same at <c>/me</c>.</summary>
public sealed partial class ProfilePage
{
    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public required Guid Person { get; set; }

    /// <summary>The answer.</summary>
    [Parameter] public ProfileView? Profile { get; set; }

    /// <summary>Why a day that was entered has no answer.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>The day that was entered.</summary>
    [Parameter] public string? AsOf { get; set; }

    /// <summary>The day of knowing that was entered.</summary>
    [Parameter] public string? KnownAt { get; set; }

    /// <summary>The organisation that the reader acts for, where the address says it.</summary>
    [Parameter] public string? For { get; set; }

    /// <summary>Show it; that it was shown is recorded.</summary>
    [Personal("profile-page")]
    public static async Task<IResult> Get(Guid personId, string? asOf, string? knownAt, HttpContext http, Pages pages, Viewer viewer, TimeProvider clock, CancellationToken token)
    {
        var answer = await ProfileView.Get(personId, asOf, knownAt, viewer, clock, token);
        var refused = answer as RefusedRequest;
        if (refused is { Status: not StatusCodes.Status400BadRequest }) return refused;
        return await pages.Show<ProfilePage>(new()
        {
            [nameof(Person)] = personId,
            [nameof(Profile)] = Pages.ValueOf<ProfileView>(answer),
            [nameof(Refused)] = refused,
            [nameof(AsOf)] = asOf,
            [nameof(KnownAt)] = knownAt,
            [nameof(For)] = http.Request.Query[PortalForms.For] is [{ Length: > 0 } organisation] ? organisation : null,
        }, refused?.Status ?? StatusCodes.Status200OK);
    }
}
