using System.Text.Json.Serialization;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Credentials;

/// <summary>What a verifier needs to know of a credential: its number, its validity and whether it was revoked, replaced or suspended (row R-VERIFY).</summary>
/// <param name="Id">The credential.</param>
/// <param name="Sequence">Place in the ledger of the last event that went in.</param>
/// <param name="Person">The holder.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Document">Number, issuer, key, digest and place in the status list.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; null without end.</param>
/// <param name="RevokedFrom">First day on which it is valid no more, after a revocation.</param>
/// <param name="Ground">Why it was revoked.</param>
/// <param name="Test">True for demonstration and test data.</param>
public sealed record CredentialStanding(Guid Id, long Sequence, Guid Person, Guid Scheme, SignedDocument Document,
    DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? RevokedFrom, Ground? Ground, bool Test) : IReadModel<CredentialStanding>
{
    /// <summary>Its suspensions, in the order of recording.</summary>
    public ValueList<SuspensionSpan> Suspensions { get; init; } = [];

    /// <summary>The decision that it carries out.</summary>
    public Guid Decision { get; init; }

    /// <summary>The credential that it renews; null for none.</summary>
    public Guid? Renews { get; init; }

    /// <summary>The credential whose place it took; null for none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The credential that took its place; null while none did.</summary>
    public Guid? ReplacedBy { get; init; }

    /// <summary>First day on which it counts no more because another took its place.</summary>
    public DateOnly? ReplacedFrom { get; init; }

    /// <inheritdoc/>
    public static int Version => 2;

    /// <inheritdoc/>
    public static Guid? RowOf(LedgerEvent e) => e switch
    {
        CredentialIssued i => i.Credential,
        CredentialRevoked r => r.Credential,
        CredentialReplaced r => r.Credential,
        CredentialSuspended s => s.Credential,
        CredentialReinstated r => r.Credential,
        AppealUpheld u => u.Credential,
        _ => null,
    };

    /// <inheritdoc/>
    public static CredentialStanding Fold(CredentialStanding? row, Recorded e) => (row, e.Data) switch
    {
        (null, CredentialIssued i) => new(i.Credential, e.Sequence, i.Person, i.Scheme, i.Document, i.ValidFrom, i.ValidUntil, null, null, i.Test) { Decision = i.Decision, Renews = i.Renews, Replaces = i.Replaces },
        ({ } standing, CredentialRevoked r) => standing with { Sequence = e.Sequence, RevokedFrom = r.Effective, Ground = r.Ground },
        ({ } standing, CredentialReplaced r) => standing with { Sequence = e.Sequence, ReplacedBy = r.Successor, ReplacedFrom = r.Effective },
        ({ } standing, AppealUpheld) => standing with { Sequence = e.Sequence, RevokedFrom = null, Ground = null },
        ({ } standing, CredentialSuspended or CredentialReinstated) => standing with { Sequence = e.Sequence, Suspensions = SuspensionSpan.After(standing.Suspensions, e.Data) },
        _ => throw new ImpossibleEventException(typeof(CredentialStanding), e.Data),
    };

    /// <summary>The standing on a day, computed from dates.</summary>
    public Standing On(DateOnly day) =>
        RevokedFrom <= day ? Standing.Revoked
        : ReplacedFrom <= day ? Standing.Replaced
        : day < ValidFrom ? Standing.NotYetValid
        : ValidUntil < day ? Standing.Expired
        : SuspendedOn(day) is not null ? Standing.Suspended
        : Standing.Valid;

    /// <summary>The suspension that a day falls into; null for none.</summary>
    public SuspensionSpan? SuspendedOn(DateOnly day) => Suspensions.LastOrDefault(s => s.Holds(day));
}

/// <summary>How a credential stands on a day.</summary>
public enum Standing
{
    /// <summary>In force.</summary>
    [JsonStringEnumMemberName("valid")] Valid,

    /// <summary>Its first day has not come.</summary>
    [JsonStringEnumMemberName("not-yet-valid")] NotYetValid,

    /// <summary>Its last day has passed.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Withdrawn for good.</summary>
    [JsonStringEnumMemberName("revoked")] Revoked,

    /// <summary>It counts no more until it is reinstated.</summary>
    [JsonStringEnumMemberName("suspended")] Suspended,

    /// <summary>Another credential of the same decision, with the name that the holder has now, took its place.</summary>
    [JsonStringEnumMemberName("replaced")] Replaced,
}
