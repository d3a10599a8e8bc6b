using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>A program that acts for an organisation, and signs in by client credentials (RFC 6749, section 4.4).</summary>
public sealed record AgencySystem(SystemEntered Entered) : IEvolve<AgencySystem>
{
    /// <summary>The stream of a provider's client.</summary>
    public static Guid IdOf(string issuer, string client) => Ids.Derive("system", issuer, client);

    /// <inheritdoc/>
    public static AgencySystem? Evolve(AgencySystem? state, LedgerEvent e) => (state, e) switch
    {
        (null, SystemEntered entered) => new(entered),
        _ => throw new ImpossibleEventException(typeof(AgencySystem), e),
    };
}
