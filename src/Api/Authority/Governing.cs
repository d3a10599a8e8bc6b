using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Authority;

/// <summary>The states that acts of authority rest on, folded in the transaction that records them.</summary>
internal static class Governing
{
    /// <summary>The agreement; null before the ledger was founded.</summary>
    public static Task<Agreement?> Agreement(this UnitOfWork work, CancellationToken token) => work.Fold<Agreement>(Domain.Governance.Agreement.TheId, token);

    /// <summary>Every accreditation of an organisation.</summary>
    public static Task<IReadOnlyList<Accreditation>> Accreditations(this UnitOfWork work, string organisation, CancellationToken token) =>
        work.FoldAll<Accreditation>([.. Enum.GetValues<AccreditationKind>().Select(kind => Accreditation.IdOf(kind, organisation))], token);
}
