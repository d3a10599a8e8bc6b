using System.Globalization;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>What a body has issued that ends soon, those that end first before the others: for its officers, and without a person.</summary>
/// <param name="Body">The body.</param>
/// <param name="Until">The last day that was asked for.</param>
/// <param name="Credentials">The credentials, neither revoked nor replaced.</param>
/// <param name="Next">Ask with <c>after</c> for more; null at the end.</param>
public sealed record ExpiringView(string Body, DateOnly Until, IReadOnlyList<ExpiringView.Expiring> Credentials, string? Next)
{
    private const int Most = 100;

    /// <summary>Most days ahead.</summary>
    public const int MostDays = 400;

    /// <summary>The number of days is less than none, or more than <see cref="MostDays"/>.</summary>
    public static readonly Rejection BadDays = new("expiring.bad-days", RejectionKind.Invalid, "within");

    /// <summary>What was given as <c>after</c> is no <c>next</c> of this list.</summary>
    public static readonly Rejection BadAfter = new("expiring.bad-after", RejectionKind.Invalid, "after");

    /// <summary>A credential that ends soon.</summary>
    /// <param name="Credential">The credential.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="ValidUntil">Its last day.</param>
    /// <param name="RenewedBy">The credential that renews it; null while none does.</param>
    /// <param name="Renewable">The days on which it may be renewed; null where it may not.</param>
    public sealed record Expiring(Guid Credential, string Number, DateOnly ValidUntil, Guid? RenewedBy, RenewalDays? Renewable);

    /// <summary>Show what ends within so many days, 90 where nothing is said.</summary>
    [WolverineGet("/api/credentials/expiring"), Serves<DecideRenewal>]
    public static async Task<IResult> Get(int? within, string? after, HttpContext http, RenewalReader renewals, RowLists lists, TimeProvider clock, CancellationToken token)
    {
        if (within is < 0 or > MostDays) return Problem.Of(BadDays);
        var last = Place(after);
        if (last is null && !string.IsNullOrEmpty(after)) return Problem.Of(BadAfter);
        var (body, today) = (http.Features.GetRequiredFeature<Actor>().Organisation, clock.ThaiToday());
        var until = today.AddDays(within ?? 90);
        var shown = new List<Expiring>();
        if (await lists.First(CredentialStanding.Ending(body, today, until, last), Most + 1, token) is not { } rows) return Lists.BeingBuilt;
        foreach (var row in rows.Take(Most))
        {
            var renewedBy = await renewals.RenewalOf(row, DateTimeOffset.MaxValue, token);
            shown.Add(new(row.Id, row.Document.Number, row.ValidUntil!.Value, renewedBy, renewedBy is null ? await renewals.DaysOf(row, token) : null));
        }
        return Results.Ok(new ExpiringView(body, until, shown, rows.Count > Most ? $"{shown[^1].ValidUntil:yyyy-MM-dd}.{shown[^1].Credential:N}" : null));
    }

    // The last day and the id of the last one that was shown: no other can come before it later.
    private static (DateOnly ValidUntil, Guid Id)? Place(string? after) => after?.Split('.') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && Guid.TryParseExact(id, "N", out var credential) ? (last, credential) : null;
}
