using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>A request to erase that waits for its decision.</summary>
/// <param name="Person">Whose data.</param>
/// <param name="Erasure">The request.</param>
/// <param name="DueOn">Last day on which it is to be decided.</param>
/// <param name="Overdue">Whether that day has passed.</param>
public sealed record OpenErasuresView(Guid Person, Guid Erasure, DateOnly DueOn, bool Overdue)
{
    /// <summary>Show every request that waits, the most urgent first.</summary>
    [WolverineGet("/api/erasures"), Serves<GrantErasure>]
    public static async Task<IResult> Get(HttpContext http, Viewer viewer, EventReader events, TimeProvider clock, CancellationToken token)
    {
        var open = new Dictionary<(Guid Person, Guid Erasure), DateOnly>();
        await foreach (var e in events.Read(new() { Erasures = true }, token))
        {
            if (e.Data is ErasureRequested r) open[(r.Person, r.Erasure)] = r.DueOn;
            else if (e.Data is ErasureRefused no) open.Remove((no.Person, no.Erasure));
            else if (e.Data is ErasureGranted yes) open.Remove((yes.Person, yes.Erasure));
        }
        var today = clock.ThaiToday();
        return await viewer.List(http.Features.GetRequiredFeature<Actor>(), "open-erasures", "",
            [.. open.OrderBy(o => o.Value).Select(o => new OpenErasuresView(o.Key.Person, o.Key.Erasure, o.Value, o.Value < today))], token);
    }
}
