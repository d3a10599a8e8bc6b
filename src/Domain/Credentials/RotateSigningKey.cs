using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Let another key of the organisation sign instead of this one, from a day on.</summary>
/// <param name="Successor">Id of the other key; it is registered and signs on that day.</param>
/// <param name="From">First day on which this one signs no more.</param>
public sealed record RotateSigningKey(string Successor, DateOnly From) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepKeys;

    /// <summary>The successor is not registered, is another organisation's or this key itself, or does not sign on that day.</summary>
    public static readonly Rejection BadSuccessor = new("signing-key.bad-successor", RejectionKind.Conflict, "successor");

    /// <summary>Decide on the key's stream.</summary>
    public Outcome Decide(SigningKey? key, SigningKey? successor, Actor by, DateOnly today)
    {
        if (key is not { Registered: var registered }) return SigningKey.Missing;
        if (by.Organisation != registered.Organisation) return SigningKey.OtherOrganisation;
        if (key.Until is not null) return (key.Until, key.Successor) == (From, Successor) ? Outcome.NothingToDo : SigningKey.Ended;
        if (key.Lost is { } lost) return lost;
        if (From <= today) return SigningKey.EndTooEarly;
        var follows = successor is not null && successor.Registered.Key != registered.Key && successor.Registered.Organisation == registered.Organisation && successor.RefusalOn(From) is null;
        return follows ? new SigningKeyRotated(registered.Key, Successor, From, by.Person) : BadSuccessor;
    }
}
