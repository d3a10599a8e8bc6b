using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Works;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Carry out a decision: release a signed credential. There is one credential a decision, whatever crashes or races.</summary>
/// <param name="Decision">The decision to carry out.</param>
/// <param name="Test">Whether this ledger only issues for demonstration and test.</param>
public sealed record IssueCredential(Guid Decision, bool Test) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.IssueCredentials;

    /// <summary>The body refused to certify.</summary>
    public static readonly Rejection DecisionRefused = new("credential.decision-refused", RejectionKind.Conflict, "decision");

    /// <summary>A result, completion or award that the decision rests on counts no more.</summary>
    public static readonly Rejection EvidenceWithdrawn = new("credential.evidence-withdrawn", RejectionKind.Conflict, "decision");

    /// <summary>The decision was set aside, since it could not be carried out.</summary>
    public static readonly Rejection DecisionSetAside = new("credential.decision-set-aside", RejectionKind.Conflict, "decision");

    /// <summary>Only the body that decided issues.</summary>
    public static readonly Rejection OtherBody = new("credential.other-body", RejectionKind.Forbidden);

    /// <summary>Nobody issues a credential to themself.</summary>
    public static readonly Rejection ToSelf = new("credential.to-self", RejectionKind.Forbidden);

    /// <summary>The scheme's certificates show a mark that the body may not show on a certificate today (clause 3).</summary>
    public static readonly Rejection MarkWithoutPermit = new("credential.mark-without-permit", RejectionKind.Conflict);

    /// <summary>The framework of the scheme is outside the scope of the body's accreditation, or that is not in force.</summary>
    public static readonly Rejection OutsideAccreditation = new("credential.outside-accreditation", RejectionKind.Forbidden);

    /// <summary>The key that would sign is not registered.</summary>
    public static readonly Rejection KeyNotRegistered = new("credential.key-not-registered", RejectionKind.Conflict);

    /// <summary>The key that would sign begins on a later day.</summary>
    public static readonly Rejection KeyNotYetInForce = new("credential.key-not-yet-in-force", RejectionKind.Conflict);

    /// <summary>Decide on the stream of <see cref="Credential.IdOf(CertificationDecided)"/>; asks for the signed document only when one is to be released.</summary>
    /// <param name="credential">The credential of this decision, if it was issued before.</param>
    /// <param name="basis">What the credential rests on.</param>
    /// <param name="by">Who issues.</param>
    /// <param name="today">Today in Thailand: the first day of validity.</param>
    /// <param name="sign">Makes and signs the document for this period.</param>
    public Outcome Decide(Credential? credential, Basis basis, Actor by, DateOnly today, Func<Terms, SignedDocument> sign)
    {
        if (credential is not null) return credential.Issued.Decision == Decision ? Outcome.NothingToDo : DecideRenewal.AlreadyRenewed;
        if (basis.RefusalTo(by, today) is { } refused) return refused;
        if (basis.Renewed is { Revoked: not null }) return Credential.IsRevoked;
        if (basis.Renewed is { IsSuspended: true }) return Credential.NotWhileSuspended;
        var (from, until) = basis.Period(today);
        if (until < today) return DecideRenewal.TooLate;
        return basis.Release(new(Credential.IdOf(basis.Decision!.Decided), from, until, Test || basis.Person!.Registered.Synthetic, ThreePartyNotice.Of(basis.Agreement!)),
            by, sign, renews: basis.Renewed?.Issued.Credential, replaces: null);
    }

    /// <summary>The folded states that a credential rests on; null where the ledger has none.</summary>
    public sealed record Basis(Agreement? Agreement, Decision? Decision, Scheme? Scheme, Person? Person,
        IReadOnlyCollection<Result> Results, IReadOnlyCollection<Completion> Completions, IReadOnlyCollection<Work> Marks, SigningKey? Key)
    {
        /// <summary>The accreditation of the body that issues; null for a party of the agreement, which holds its mandate from it.</summary>
        public Accreditation? Accreditation { get; init; }

        /// <summary>The accepted awards that were considered.</summary>
        public IReadOnlyCollection<Award> Awards { get; init; } = [];

        /// <summary>The credential that the decision renews, or the one that took its place; null for a first decision.</summary>
        public Credential? Renewed { get; init; }

        /// <summary>Why nothing is signed on it by this actor today, whether for the first time or in another's place; null where it is.</summary>
        internal Rejection? RefusalTo(Actor by, DateOnly today)
        {
            if (Decision is not { Decided: var decided }) return Credentials.Decision.Missing;
            if (Scheme is not { } scheme) return Credentials.Scheme.Missing;
            if (Person is not { } person) return People.Person.Missing;
            if (person.IsErased) return People.Person.Erased;
            if (Agreement is not { } agreement) return Governance.Agreement.Missing;
            if (decided.Ruling is Ruling.Refused) return DecisionRefused;
            if (Decision.SetAside is not null) return IssueCredential.DecisionSetAside;
            if (by.Organisation != decided.Body) return OtherBody;
            if (by.Person == decided.Person) return ToSelf;
            if (!IsAccredited(agreement, by, scheme, today)) return OutsideAccreditation;
            if (!IsMet(decided, scheme)) return EvidenceWithdrawn;
            if (!MayShowMarks(agreement, by, today)) return MarkWithoutPermit;
            return Key is not { Registered: var key } || key.Organisation != by.Organisation ? KeyNotRegistered : Key.RefusalOn(today);
        }

        /// <summary>Why nobody will issue on it any more, whoever asks and whatever is permitted later, as far as recorded; null where somebody may.</summary>
        public Rejection? Hindrance(DateOnly today) =>
            Person is { IsErased: true } ? People.Person.Erased
            : Decision is not { Decided: var decided } || Scheme is not { } scheme ? null
            : !IsMet(decided, scheme) ? EvidenceWithdrawn
            : Renewed is { Revoked: not null } ? Credential.IsRevoked
            : Period(today).Until < today ? DecideRenewal.TooLate : null;

        /// <summary>First and last day of what is issued today. Whoever renews early loses no day and has none twice; whoever was late, by their own decision's day, begins anew.</summary>
        internal (DateOnly From, DateOnly? Until) Period(DateOnly today)
        {
            var from = Renewed?.Issued.ValidUntil is { } last && Decision!.Decided.DecidedOn <= last ? last.AddDays(1) : today;
            return (from, Scheme!.ValidUntil(from));
        }

        /// <summary>The event that releases a document of these terms; signs it.</summary>
        internal CredentialIssued Release(Terms terms, Actor by, Func<Terms, SignedDocument> sign, Guid? renews, Guid? replaces)
        {
            var (decided, s) = (Decision!.Decided, Scheme!.Established);
            return new(decided.Person, terms.Credential, decided.Decision, s.Scheme, s.Framework, s.Unit, s.Level,
                sign(terms), terms.ValidFrom, terms.ValidUntil, by.Person, terms.Test, renews, replaces);
        }

        private bool IsMet(CertificationDecided decided, Scheme scheme) => decided.Renews is null ? scheme.MetBy(Results, Completions, Awards, decided.DecidedOn)
            : Renewed is { Issued.ValidFrom: var first } && scheme.RenewalMetBy(Results, Completions, Awards, decided.DecidedOn, first);

        private bool IsAccredited(Agreement agreement, Actor by, Scheme scheme, DateOnly today) =>
            agreement.Party(by.Organisation) is not null || Accreditation?.Covers(Needs, scheme.Established.Framework, today) is true;

        private bool MayShowMarks(Agreement agreement, Actor by, DateOnly today) => (Scheme?.Established.Marks ?? []).All(id =>
            MarkUse.Refusal(agreement, Marks.FirstOrDefault(w => w.Registered.Work == id), by.Organisation, PlaceOfUse.Certificate, today) is null);
    }

    /// <summary>What the decider settles and the document must say.</summary>
    public sealed record Terms(Guid Credential, DateOnly ValidFrom, DateOnly? ValidUntil, bool Test, ThreePartyNotice Notice);
}
