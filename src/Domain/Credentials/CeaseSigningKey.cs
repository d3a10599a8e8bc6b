using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>End a key without a successor, from a day on; what it signed before stays good where that is proven.</summary>
/// <param name="From">First day on which it signs no more.</param>
public sealed record CeaseSigningKey(DateOnly From) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepKeys;

    /// <summary>Decide on the key's stream.</summary>
    public Outcome Decide(SigningKey? key, Agreement? agreement, Actor by, DateOnly today)
    {
        if (key is not { Registered: var registered }) return SigningKey.Missing;
        if (!key.MayBeEndedBy(by, agreement)) return SigningKey.OtherOrganisation;
        if (key.Until is not null) return (key.Until, key.Successor) == (From, null) ? Outcome.NothingToDo : SigningKey.Ended;
        if (key.Lost is { } lost) return lost;
        return From <= today ? SigningKey.EndTooEarly : new SigningKeyCeased(registered.Key, From, by.Person);
    }
}
