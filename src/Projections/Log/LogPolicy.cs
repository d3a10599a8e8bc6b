using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Projections.Log;

/// <summary>Whose cosignatures the log's checkpoints need (C2SP tlog-policy), as the parties agreed on it.</summary>
/// <param name="Witnesses">The policy; null where the log has no witness.</param>
/// <param name="Public">The policy as verifiers need it: without the addresses, which are between the parties.</param>
public sealed record LogPolicy(TlogPolicy? Witnesses, string Public)
{
    /// <summary>Read the text of a policy.</summary>
    /// <exception cref="LogFormatException">It is none.</exception>
    public static LogPolicy Parse(string text) =>
        new(TlogPolicy.Parse(text), string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (line.Split(' ') is ["witness", var name, var key, _] ? $"witness {name} {key}" : line) + "\n")));

    /// <summary>The policy of a log without a witness: its own signature is all there is.</summary>
    public static LogPolicy Of(VerifierKey log) => new(null, $"log {log}\nquorum none\n");
}
