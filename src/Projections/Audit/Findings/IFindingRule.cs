namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>
/// One rule of the anti-corruption review: a function of the ledger's events alone. It is made anew for each examination with a
/// <see cref="Bench"/>, sees every event once, in order, and keeps what it needs itself. A class that implements this is in force.
/// </summary>
public interface IFindingRule
{
    /// <summary>Its code, which never changes; its sentences and thresholds are found by it.</summary>
    string Code { get; }

    /// <summary>Look at the next event.</summary>
    /// <returns>What shows by it.</returns>
    IEnumerable<Finding> Look(Seen e);

    /// <summary>All events were seen.</summary>
    /// <param name="today">The day in Thailand of the last event, by which dates are judged: no clock is asked.</param>
    /// <returns>What shows only now.</returns>
    IEnumerable<Finding> End(DateOnly today) => [];
}
