using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A credential: issued, perhaps suspended for a while, perhaps revoked or replaced. Expiry follows from dates and is never an event.</summary>
/// <param name="Issued">How it began.</param>
/// <param name="Revoked">Its revocation; null while it stands.</param>
/// <param name="Suspension">Its last suspension; null when there was none.</param>
/// <param name="Case">The last notice to the holder that it may be revoked, and what came of it; null when there was none, or an appeal undid it.</param>
/// <param name="Appeal">The holder's appeal against the last revocation; null for none.</param>
public sealed record Credential(CredentialIssued Issued, CredentialRevoked? Revoked, Suspension? Suspension, RevocationCase? Case, Appeal? Appeal) : IEvolve<Credential>
{
    /// <summary>No credential with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("credential.missing", RejectionKind.Missing, "credential");

    /// <summary>It was revoked, so that nothing but an appeal changes how it stands.</summary>
    public static readonly Rejection IsRevoked = new("credential.is-revoked", RejectionKind.Conflict);

    /// <summary>It is suspended, and what it was suspended for is settled first.</summary>
    public static readonly Rejection NotWhileSuspended = new("credential.is-suspended", RejectionKind.Conflict);

    /// <summary>Another credential took its place, and it is that one of which more can be said.</summary>
    public static readonly Rejection IsReplaced = new("credential.is-replaced", RejectionKind.Conflict);

    /// <summary>The stream of the one credential that carries out a first decision.</summary>
    public static Guid IdOf(Guid decision) => Ids.Derive("credential", decision.Key());

    /// <summary>The stream of the one credential that renews what was decided, by whichever later decision.</summary>
    public static Guid RenewalOf(Guid decision) => Ids.Derive("credential-renewal", decision.Key());

    /// <summary>The stream of the one credential that takes another's place.</summary>
    public static Guid ReplacementOf(Guid credential) => Ids.Derive("credential-replacement", credential.Key());

    /// <summary>The stream of the credential that carries out a decision.</summary>
    public static Guid IdOf(CertificationDecided decided) => decided.Renews is { } renewed ? RenewalOf(renewed) : IdOf(decided.Decision);

    /// <summary>That another credential took its place; null while none did.</summary>
    public CredentialReplaced? Replaced { get; init; }

    /// <summary>Whether it is suspended, as far as recorded.</summary>
    public bool IsSuspended => Suspension is { Ended: null };

    /// <summary>The notice that waits for a decision; null for none.</summary>
    public RevocationCase? OpenCase => Revoked is null && Case is { Dropped: null } ? Case : null;

    /// <summary>Why an actor does not change how it stands: only the body that issued does, by somebody other than who issued; null when they may.</summary>
    internal Rejection? RefusalTo(Actor by) =>
        by.Organisation != Issued.Document.Issuer ? IssueCredential.OtherBody : by.Person == Issued.IssuedBy ? RevokeCredential.OwnIssue : null;

    /// <summary>Why nothing changes how it stands any more; null while something can.</summary>
    internal Rejection? Settled => Revoked is not null ? IsRevoked : Replaced is not null ? IsReplaced : null;

    /// <inheritdoc/>
    public static Credential? Evolve(Credential? state, LedgerEvent e) => (state, e) switch
    {
        ({ Replaced: not null }, _) => throw new ImpossibleEventException(typeof(Credential), e),
        (null, CredentialIssued issued) => new(issued, null, null, null, null),
        ({ Revoked: null } credential, CredentialRevoked revoked) => credential with { Revoked = revoked, Appeal = null },
        ({ Revoked: null, IsSuspended: false } credential, CredentialSuspended suspended) => credential with { Suspension = new(suspended, null) },
        ({ Revoked: null, IsSuspended: true } credential, CredentialReinstated reinstated) => credential with { Suspension = credential.Suspension! with { Ended = reinstated } },
        ({ Revoked: null, OpenCase: null } credential, RevocationNotified notice) => credential with { Case = new(notice, null, null) },
        ({ OpenCase: { Answer: null } open } credential, NoticeAnswered answer) => credential with { Case = open with { Answer = answer } },
        ({ OpenCase: { } open } credential, RevocationDropped dropped) => credential with { Case = open with { Dropped = dropped } },
        ({ Revoked: null, IsSuspended: false, OpenCase: null } credential, CredentialReplaced replaced) => credential with { Replaced = replaced },
        ({ Revoked.With: null, Appeal: null } credential, RevocationAppealed lodged) => credential with { Appeal = new(lodged, null, null) },
        ({ Appeal: { IsOpen: true } appeal } credential, AppealDismissed dismissed) => credential with { Appeal = appeal with { Dismissed = dismissed } },
        // Undone with the revocation of what it renews; a case of its own goes on.
        ({ Revoked.With: not null } credential, AppealUpheld) => credential with { Revoked = null },
        ({ Appeal: { IsOpen: true } appeal } credential, AppealUpheld upheld) => credential with { Revoked = null, Case = null, Appeal = appeal with { Upheld = upheld } },
        _ => throw new ImpossibleEventException(typeof(Credential), e),
    };
}

/// <summary>A suspension, as far as it has come.</summary>
/// <param name="Began">How it began.</param>
/// <param name="Ended">How it ended; null while it lasts.</param>
public sealed record Suspension(CredentialSuspended Began, CredentialReinstated? Ended);
