using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>A credential, as far as rules ask.</summary>
public sealed class CredentialPart(Shown issued, CredentialIssued credential, DecisionPart? decision)
{
    private DateOnly? revokedFrom;

    /// <summary>The event that issued it.</summary>
    public Shown Issued => issued;

    /// <summary>The credential's id.</summary>
    public Guid Id { get; } = credential.Credential;

    /// <summary>The holder.</summary>
    public Guid Person { get; } = credential.Person;

    /// <summary>Who issued it.</summary>
    public Guid IssuedBy { get; } = credential.IssuedBy;

    /// <summary>The decision that it carries out; null when the ledger had none.</summary>
    public DecisionPart? Decision => decision;

    /// <summary>Its last day; null without end.</summary>
    public DateOnly? ValidUntil { get; } = credential.ValidUntil;

    /// <summary>The event that revoked it; null while none did, or once an appeal was upheld.</summary>
    public Shown? Revoked { get; private set; }

    /// <summary>Who revoked it; null while nobody did.</summary>
    public Guid? RevokedBy { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly ValidFrom { get; } = credential.ValidFrom;

    /// <summary>The credential whose place it took; null for none.</summary>
    public Guid? Replaces { get; } = credential.Replaces;

    /// <summary>The first credential that says that it took this one's place; null while none does.</summary>
    public CredentialPart? Successor { get; internal set; }

    /// <summary>First day on which it counts no more because another took its place; null while none did.</summary>
    public DateOnly? ReplacedFrom { get; internal set; }

    /// <summary>How it stands on a day: <c>valid</c>, <c>revoked</c>, <c>replaced</c> or <c>expired</c>.</summary>
    public string StandingOn(DateOnly day) => revokedFrom <= day ? "revoked" : ReplacedFrom <= day ? "replaced" : ValidUntil < day ? "expired" : "valid";

    internal void Restore() => (Revoked, RevokedBy, revokedFrom) = (null, null, null);

    internal void Revoke(Shown e, CredentialRevoked by) => (Revoked, RevokedBy, revokedFrom) = (e, by.RevokedBy, by.Effective);
}
