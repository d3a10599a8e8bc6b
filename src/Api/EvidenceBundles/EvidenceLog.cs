using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Log;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Api.EvidenceBundles;

/// <summary>What a bundle says of the ledger's own log: its origin, and the policy as the parties agreed on it.</summary>
public sealed class EvidenceLog(LogSigner signer, IConfiguration configuration)
{
    /// <summary>The log's name.</summary>
    public string Origin => signer.Key.Name;

    /// <summary>The policy's text; one without witnesses where the ledger has none.</summary>
    public string PolicyText => LogServices.PolicyOf(configuration) is null ? $"log {signer.Key}\nquorum none\n"
        : File.ReadAllText(configuration[LogServices.PolicyKey] ?? Path.Combine(LedgerFolder.Of(configuration), LogServices.PolicyFile));

    /// <summary>The policy.</summary>
    public TlogPolicy Policy => TlogPolicy.Parse(PolicyText);
}
