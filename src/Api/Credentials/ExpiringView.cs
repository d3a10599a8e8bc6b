using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>What a body has issued that ends soon, those that end first before the others: for its officers, and without a person.</summary>
/// <param name="Body">The body.</param>
/// <param name="Until">The last day that was asked for.</param>
/// <param name="Credentials">The credentials, neither revoked nor replaced.</param>
/// <param name="More">Whether there are more than are shown.</param>
public sealed record ExpiringView(string Body, DateOnly Until, IReadOnlyList<ExpiringView.Expiring> Credentials, bool More)
{
    /// <summary>Most credentials that are shown.</summary>
    public const int Most = 200;

    /// <summary>Most days ahead.</summary>
    public const int MostDays = 400;

    /// <summary>The number of days is less than none, or more than <see cref="MostDays"/>.</summary>
    public static readonly Rejection BadDays = new("expiring.bad-days", RejectionKind.Invalid, "within");

    /// <summary>A credential that ends soon.</summary>
    /// <param name="Credential">The credential.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="ValidUntil">Its last day.</param>
    /// <param name="RenewedBy">The credential that renews it; null while none does.</param>
    /// <param name="Renewable">The days on which it may be renewed; null where it may not.</param>
    public sealed record Expiring(Guid Credential, string Number, DateOnly ValidUntil, Guid? RenewedBy, RenewalDays? Renewable);

    /// <summary>Show what ends within so many days, 90 where nothing is said.</summary>
    [WolverineGet("/api/credentials/expiring"), Serves<DecideRenewal>]
    public static async Task<IResult> Get(int? within, HttpContext http, RenewalReader renewals, TimeProvider clock, CancellationToken token)
    {
        if (within is < 0 or > MostDays) return Problem.Of(BadDays);
        var (body, today) = (http.Features.GetRequiredFeature<Actor>().Organisation, clock.ThaiToday());
        var until = today.AddDays(within ?? 90);
        var shown = new List<Expiring>();
        var rows = await renewals.Ending(body, today, until, Most + 1, token);
        foreach (var row in rows.Take(Most))
        {
            var renewedBy = await renewals.RenewalOf(row, DateTimeOffset.MaxValue, token);
            shown.Add(new(row.Id, row.Document.Number, row.ValidUntil!.Value, renewedBy, renewedBy is null ? await renewals.DaysOf(row, token) : null));
        }
        return Results.Ok(new ExpiringView(body, until, shown, rows.Count > Most));
    }
}
