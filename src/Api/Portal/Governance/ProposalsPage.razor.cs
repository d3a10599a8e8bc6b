using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Governance;

/// <summary>Everything that was ever proposed to the three parties, the latest first.</summary>
public sealed partial class ProposalsPage
{
    /// <summary>The agreement of now.</summary>
    [Parameter, EditorRequired] public required Agreement Agreement { get; set; }

    /// <summary>Show it.</summary>
    [SignedIn]
    public static async Task<IResult> Get(Pages pages, Visitor visitor, CancellationToken token)
    {
        await visitor.Know(token);
        return visitor.Agreement is { } agreement ? await pages.Show<ProposalsPage>(new() { [nameof(Agreement)] = agreement }) : Problem.Of(Domain.Governance.Agreement.Missing);
    }
}
