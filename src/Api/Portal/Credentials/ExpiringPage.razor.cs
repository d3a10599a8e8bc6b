using System.Globalization;
using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>What a body has issued that ends soon, and since when it may be renewed.</summary>
public sealed partial class ExpiringPage
{
    private const int Days = 90;

    /// <summary>The body.</summary>
    [Parameter, EditorRequired] public required string For { get; set; }

    /// <summary>How many days ahead, as it was entered.</summary>
    [Parameter, EditorRequired] public required string Within { get; set; }

    /// <summary>The credentials; null where the days were refused.</summary>
    [Parameter] public ExpiringView? View { get; set; }

    /// <summary>Why the days were refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>Show it.</summary>
    [Serves<DecideRenewal>]
    public static async Task<IResult> Get(string? within, string? after, HttpContext http, Pages pages, RenewalReader renewals, RowLists lists, TimeProvider clock, CancellationToken token)
    {
        var days = string.IsNullOrWhiteSpace(within) ? Days : int.TryParse(within, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : -1;
        var answer = await ExpiringView.Get(days, after, http, renewals, lists, clock, token);
        var refused = answer as RefusedRequest;
        return await pages.Show<ExpiringPage>(new()
        {
            [nameof(For)] = http.Features.GetRequiredFeature<Actor>().Organisation,
            [nameof(Within)] = string.IsNullOrWhiteSpace(within) ? days.ToString(CultureInfo.InvariantCulture) : within,
            [nameof(View)] = Pages.ValueOf<ExpiringView>(answer),
            [nameof(Refused)] = refused,
        }, refused?.Status ?? StatusCodes.Status200OK);
    }

    private string More(string next) => $"/expiring?within={Uri.EscapeDataString(Within)}&after={next}{(Visitor.For(Duties.DecideCertification).Length > 1 ? $"&{PortalForms.For}={Uri.EscapeDataString(For)}" : "")}";
}
