using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A key that an organisation signs credentials with, as far as it has come. A key has one stream, so it is one organisation's.</summary>
/// <param name="Registered">How it began.</param>
/// <param name="Until">First day on which it signs no more; null when no end is set.</param>
/// <param name="Successor">The key that signs instead; null when none was named.</param>
/// <param name="Compromised">What was reported last of somebody else holding it; null when nothing was.</param>
/// <param name="Fraudulent">The declaration that it never was the organisation's; null when nobody made one.</param>
public sealed record SigningKey(SigningKeyRegistered Registered, DateOnly? Until, string? Successor, SigningKeyCompromised? Compromised, SigningKeyDeclaredFraudulent? Fraudulent = null) : IEvolve<SigningKey>
{
    // Of the last of 43 characters only four bits count: 256 bits are 42 characters and four bits (RFC 4648, section 5).
    private const int IdLength = 43;
    private const string LastOfId = "AEIMQUYcgkosw048";

    /// <summary>No key of that id is registered.</summary>
    public static readonly Rejection Missing = new("signing-key.missing", RejectionKind.Missing, "key");

    /// <summary>The key is another organisation's.</summary>
    public static readonly Rejection OtherOrganisation = new("signing-key.other-organisation", RejectionKind.Forbidden);

    /// <summary>The key has ended, or its end is set otherwise.</summary>
    public static readonly Rejection Ended = new("signing-key.ended", RejectionKind.Conflict);

    /// <summary>Somebody else may hold the key.</summary>
    public static readonly Rejection IsCompromised = new("signing-key.compromised", RejectionKind.Conflict);

    /// <summary>The key never was its organisation's.</summary>
    public static readonly Rejection IsFraudulent = new("signing-key.fraudulent", RejectionKind.Conflict);

    /// <summary>A key ends tomorrow at the earliest: what it signed today stays good.</summary>
    public static readonly Rejection EndTooEarly = new("signing-key.end-too-early", RejectionKind.Invalid, "from");

    /// <summary>The stream of a key.</summary>
    public static Guid IdOf(string key) => Ids.Derive("signing-key", key);

    /// <summary>Whether a text is the id of a key: 32 bytes in base64url, in their one spelling.</summary>
    public static bool IsId(string key) =>
        key.Length == IdLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && LastOfId.Contains(key[^1]);

    /// <summary>Why the key does not sign on a day; null when it does.</summary>
    public Rejection? RefusalOn(DateOnly day) => Lost ?? (day >= Until ? Ended : day < Registered.From ? IssueCredential.KeyNotYetInForce : null);

    /// <summary>Why the key is its organisation's alone no more; null while it is.</summary>
    internal Rejection? Lost => Fraudulent is not null ? IsFraudulent : Compromised is not null ? IsCompromised : null;

    /// <summary>Whether the actor may end the key: for its organisation, or for the party that holds the mandate to certify and so answers for all bodies.</summary>
    internal bool MayBeEndedBy(Actor by, Agreement? agreement) => by.Organisation == Registered.Organisation || AnswersForAll(by, agreement);

    /// <summary>Whether the actor acts for the party that holds the mandate to certify.</summary>
    internal static bool AnswersForAll(Actor by, Agreement? agreement) => agreement?.Party(by.Organisation) is { } party && Duties.KeepKeys.Clauses.Any(clause => agreement.HolderOf(clause) == party);

    /// <inheritdoc/>
    public static SigningKey? Evolve(SigningKey? state, LedgerEvent e) => (state, e) switch
    {
        (null, SigningKeyRegistered registered) => new(registered, null, null, null),
        ({ Until: null, Lost: null } key, SigningKeyRotated rotated) => key with { Until = rotated.From, Successor = rotated.Successor },
        ({ Until: null, Lost: null } key, SigningKeyCeased ceased) => key with { Until = ceased.From },
        ({ Lost: null } key, SigningKeyCompromised compromised) => key with { Compromised = compromised },
        ({ Fraudulent: null, Compromised: { } before } key, SigningKeyCompromised compromised) when compromised.From < before.From => key with { Compromised = compromised },
        ({ Fraudulent: null } key, SigningKeyDeclaredFraudulent declared) => key with { Fraudulent = declared },
        _ => throw new ImpossibleEventException(typeof(SigningKey), e),
    };
}
