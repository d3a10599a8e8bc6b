using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>A system that acts for an organisation.</summary>
public sealed record SystemView(Guid Id, string Organisation, string Issuer, string Client, string NameTh, string NameEn)
{
    /// <summary>No system with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("system.missing", RejectionKind.Missing, "system");

    /// <summary>Show a system.</summary>
    [WolverineGet("/api/systems/{systemId:guid}"), SignedIn]
    public static Task<IResult> Get(Guid systemId, Viewer viewer, CancellationToken token) => viewer.State<AgencySystem>(systemId, Missing, s => Of(s.Entered), token);

    private static SystemView Of(SystemEntered s) => new(s.System, s.Organisation, s.Issuer, s.Client, s.NameTh, s.NameEn);
}
