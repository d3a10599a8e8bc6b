using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Governance;

/// <summary>The agreement as everybody may read it: parties, mandates, amendments, and whether it is in force. No person is named.</summary>
public sealed partial class AgreementPage
{
    /// <summary>The agreement of now.</summary>
    [Parameter, EditorRequired] public required Agreement Agreement { get; set; }

    /// <summary>Show it.</summary>
    [Open]
    public static async Task<IResult> Get(Pages pages, Visitor visitor, CancellationToken token)
    {
        await visitor.Know(token);
        return visitor.Agreement is { } agreement ? await pages.Show<AgreementPage>(new() { [nameof(Agreement)] = agreement }) : Problem.Of(Domain.Governance.Agreement.Missing);
    }

    private string Standing() => (Agreement.InForceOn(Visitor.Today), Agreement.Ends) switch
    {
        (true, null) => L["agreement.in-force"],
        (true, { } end) => L["agreement.in-force-until", L.Of(end)],
        (false, { } end) => L["agreement.ended", L.Of(end)],
        _ => L["agreement.not-yet"],
    };
}
