using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Register a key with which the actor's organisation signs credentials: from then on verifiers are told to trust it.</summary>
/// <param name="Key">Id of the key.</param>
/// <param name="Algorithm">Kind of key.</param>
/// <param name="Certificate">SHA-256 of its certificate.</param>
/// <param name="From">First day on which it signs; null: today.</param>
public sealed record RegisterSigningKey(string Key, KeyAlgorithm Algorithm, string Certificate, DateOnly? From) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepKeys;

    /// <summary>The key was registered before, by another organisation or otherwise.</summary>
    public static readonly Rejection AlreadyRegistered = new("signing-key.already-registered", RejectionKind.Conflict, "key");

    /// <summary>The id or the certificate's digest is none.</summary>
    public static readonly Rejection BadKey = new("signing-key.bad-key", RejectionKind.Invalid, "key");

    /// <summary>It would have signed before today: nobody adds to the past.</summary>
    public static readonly Rejection Backdated = new("signing-key.backdated", RejectionKind.Invalid, "from");

    /// <summary>Decide on the key's stream.</summary>
    public Outcome Decide(SigningKey? key, Actor by, DateOnly today)
    {
        if (!SigningKey.IsId(Key) || !Digest.IsSha256(Certificate)) return BadKey;
        var registered = new SigningKeyRegistered(Key, by.Organisation, Algorithm, Certificate, From ?? key?.Registered.From ?? today, by.Person);
        if (key is not null) return key.Registered == registered with { By = key.Registered.By } ? Outcome.NothingToDo : AlreadyRegistered;
        return registered.From < today ? Backdated : registered;
    }
}
