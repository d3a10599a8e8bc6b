using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Every certification scheme, by its code.</summary>
public sealed record SchemesView(IReadOnlyList<SchemeView> Schemes)
{
    /// <summary>List them.</summary>
    [WolverineGet("/api/schemes"), SignedIn]
    public static async Task<IResult> Get(EventReader events, CancellationToken token)
    {
        var schemes = new List<SchemeView>();
        await foreach (var e in events.Read(new() { Schemes = true }, token)) schemes.Add(SchemeView.Of((SchemeEstablished)e.Data));
        return Results.Ok(new SchemesView([.. schemes.OrderBy(s => s.Code, StringComparer.Ordinal)]));
    }
}
