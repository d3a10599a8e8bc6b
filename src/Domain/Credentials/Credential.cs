using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A credential: issued, perhaps revoked. Expiry follows from dates and is never an event.</summary>
public sealed record Credential(CredentialIssued Issued, CredentialRevoked? Revoked) : IEvolve<Credential>
{
    /// <summary>No credential with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("credential.missing", RejectionKind.Missing, "credential");

    /// <summary>The stream of the one credential that carries out a decision.</summary>
    public static Guid IdOf(Guid decision) => Ids.Derive("credential", decision.Key());

    /// <inheritdoc/>
    public static Credential? Evolve(Credential? state, LedgerEvent e) => (state, e) switch
    {
        (null, CredentialIssued issued) => new(issued, null),
        ({ Revoked: null } credential, CredentialRevoked revoked) => credential with { Revoked = revoked },
        _ => throw new ImpossibleEventException(typeof(Credential), e),
    };
}
