using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>What the revocation of a credential does to the later renewals that rest on it (docs/design/0036-renewal-and-replacement.md).</summary>
public static class Renewals
{
    /// <summary>A renewal rests on it that this ground does not take along: whoever means both says so of the renewal first.</summary>
    public static readonly Rejection StandAlone = new("credential.renewed", RejectionKind.Conflict, "ground");

    /// <summary>A renewal was issued after the notice, so that the holder was not heard on it.</summary>
    public static readonly Rejection NotNamed = new("revocation.renewal-not-named", RejectionKind.Conflict);

    /// <summary>Whether a ground takes renewals along: whoever came by a certification wrongly, or is to lose it, has none on its renewal. What the holder asks for, or a slip in one document, is of that one alone.</summary>
    public static bool GoAlong(Ground ground) => ground is Ground.Fraud or Ground.ResultWithdrawn or Ground.Misconduct;

    /// <summary>Those of them that a revocation would take along: neither revoked nor replaced.</summary>
    public static IReadOnlyList<Credential> Standing(IReadOnlyList<Credential> renewals) => [.. renewals.Where(r => r.Settled is null)];

    /// <summary>Their ids, as an event names them; null for none.</summary>
    internal static ValueList<Guid>? Named(IReadOnlyList<Credential> renewals) => Standing(renewals) is { Count: > 0 } standing ? [.. standing.Select(r => r.Issued.Credential)] : null;

    /// <summary>Why they keep a credential from being revoked on a ground; null where they do not.</summary>
    internal static Rejection? Refusal(IReadOnlyList<Credential> renewals, Ground ground) => Standing(renewals).Count > 0 && !GoAlong(ground) ? StandAlone : null;

    /// <summary>What is appended to the stream of each renewal that a revocation takes along, in the same transaction: the same ground, reasons and day.</summary>
    public static CredentialRevoked Along(CredentialRevoked revoked, Guid renewal) => revoked with { Credential = renewal, Renewals = null, With = revoked.Credential };

    /// <summary>What is appended to the stream of each renewal that comes back with an upheld appeal.</summary>
    public static AppealUpheld Back(AppealUpheld upheld, Guid renewal) => upheld with { Credential = renewal };
}
