using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Report that somebody else may hold a key since a day: it signs nothing more, and of what it signed only that counts which is proven to be earlier.</summary>
/// <param name="From">The first day on which somebody else may have held it.</param>
/// <param name="Reference">Number of the document that tells what happened.</param>
public sealed record ReportCompromise(DateOnly From, string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepKeys;

    /// <summary>The day has not come yet.</summary>
    public static readonly Rejection InFuture = new("signing-key.compromise-in-future", RejectionKind.Invalid, "from");

    /// <summary>The day lies before any key of this kind; it is a slip of the pen, and a report cannot be taken back.</summary>
    public static readonly Rejection TooEarly = new("signing-key.compromise-too-early", RejectionKind.Invalid, "from");

    /// <summary>It was reported for an earlier day before: a report is only ever moved back, or who stole the key could be believed again.</summary>
    public static readonly Rejection OnlyEarlier = new("signing-key.compromise-only-earlier", RejectionKind.Conflict, "from");

    /// <summary>The reference is no plain line of text.</summary>
    public static readonly Rejection BadReference = new("signing-key.bad-reference", RejectionKind.Invalid, "reference");

    // Older than ECDSA on P-256 (FIPS 186-2 of January 2000).
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>Decide on the key's stream.</summary>
    public Outcome Decide(SigningKey? key, Agreement? agreement, Actor by, DateOnly today)
    {
        if (key is not { Registered: var registered }) return SigningKey.Missing;
        if (!key.MayBeEndedBy(by, agreement)) return SigningKey.OtherOrganisation;
        if (key.Fraudulent is not null) return SigningKey.IsFraudulent;
        if (key.Compromised is { } before && From >= before.From) return (From, Reference) == (before.From, before.Reference) ? Outcome.NothingToDo : OnlyEarlier;
        if (!PlainText.IsCode(Reference)) return BadReference;
        if (From < Earliest) return TooEarly;
        return From > today ? InFuture : new SigningKeyCompromised(registered.Key, From, today, Reference, by.Person);
    }
}
