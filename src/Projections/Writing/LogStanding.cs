namespace CredentialLedger.Projections.Writing;

/// <summary>
/// Whether this database may be written to. One that is older than its own log, as after a restore, must not be: what it recorded now would contradict
/// what the parties have cosigned.
/// </summary>
public sealed class LogStanding
{
    private volatile string? refusal;

    /// <summary>Why nothing may be recorded: a stable code; null when the ledger may be written to.</summary>
    public string? Refusal => refusal;

    /// <summary>The witnesses, or the signer, saw a longer or another log than the database holds.</summary>
    public const string Behind = "log.behind";

    /// <summary>The signer's last checkpoint is gone, and the witnesses have not yet said what they saw.</summary>
    public const string Unsure = "log.unsure";

    /// <summary>Nothing speaks against it.</summary>
    public void Sound() => refusal = null;

    /// <summary>Nothing may be recorded.</summary>
    public void Refuse(string code) => refusal = code;

    /// <summary>Go on only where the ledger may be written to.</summary>
    /// <exception cref="LedgerClosedException">It may not.</exception>
    public void Require()
    {
        if (refusal is { } code) throw new LedgerClosedException(code);
    }
}

/// <summary>The database is older than its log, or may be: nothing is recorded.</summary>
public sealed class LedgerClosedException(string code) : Exception($"Nothing is recorded: {code}.")
{
    /// <summary>Why, a stable code.</summary>
    public string Code => code;
}
