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

    /// <summary>The stream to decide on.</summary>
    public Guid Id => Credential.IdOf(Decision);

    /// <summary>Decide on the stream <see cref="Id"/>; asks for the signed document only when one is to be released.</summary>
    /// <param name="credential">The credential of this decision, if it was issued before.</param>
    /// <param name="basis">What the credential rests on.</param>
    /// <param name="by">Who issues.</param>
    /// <param name="today">Today in Thailand: the first day of validity.</param>
    /// <param name="sign">Makes and signs the document for this period.</param>
    public Outcome Decide(Credential? credential, Basis basis, Actor by, DateOnly today, Func<Terms, SignedDocument> sign)
    {
        if (credential is not null) return Outcome.NothingToDo;
        if (basis.Decision is not { Decided: var decided }) return Credentials.Decision.Missing;
        if (basis.Scheme is not { } scheme) return Scheme.Missing;
        if (basis.Person is not { } person) return Person.Missing;
        if (person.IsErased) return Person.Erased;
        if (basis.Agreement is not { } agreement) return Agreement.Missing;
        if (decided.Ruling is Ruling.Refused) return DecisionRefused;
        if (by.Organisation != decided.Body) return OtherBody;
        if (by.Person == decided.Person) return ToSelf;
        if (!basis.IsAccredited(agreement, by, scheme, today)) return OutsideAccreditation;
        if (!scheme.MetBy(basis.Results, basis.Completions, basis.Awards, decided.DecidedOn)) return EvidenceWithdrawn;
        if (!basis.MayShowMarks(agreement, by, today)) return MarkWithoutPermit;
        if (basis.Key is not { Registered: var key } || key.Organisation != by.Organisation) return KeyNotRegistered;
        if (basis.Key.RefusalOn(today) is { } refused) return refused;
        var terms = new Terms(Id, today, scheme.ValidUntil(today), Test || person.Registered.Synthetic, ThreePartyNotice.Of(agreement));
        var s = scheme.Established;
        return new CredentialIssued(person.Id, Id, Decision, s.Scheme, s.Framework, s.Unit, s.Level,
            sign(terms), terms.ValidFrom, terms.ValidUntil, by.Person, terms.Test);
    }

    /// <summary>The folded states that a credential rests on; null where the ledger has none.</summary>
    public sealed record Basis(Agreement? Agreement, Decision? Decision, Scheme? Scheme, Person? Person,
        IReadOnlyCollection<Result> Results, IReadOnlyCollection<Completion> Completions, IReadOnlyCollection<Work> Marks, SigningKey? Key)
    {
        /// <summary>The accreditation of the body that issues; null for a party of the agreement, which holds its mandate from it.</summary>
        public Accreditation? Accreditation { get; init; }

        /// <summary>The accepted awards that were considered.</summary>
        public IReadOnlyCollection<Award> Awards { get; init; } = [];

        internal bool IsAccredited(Agreement agreement, Actor by, Scheme scheme, DateOnly today) =>
            agreement.Party(by.Organisation) is not null || Accreditation?.Covers(Needs, scheme.Established.Framework, today) is true;

        internal bool MayShowMarks(Agreement agreement, Actor by, DateOnly today) => (Scheme?.Established.Marks ?? []).All(id =>
            MarkUse.Refusal(agreement, Marks.FirstOrDefault(w => w.Registered.Work == id), by.Organisation, PlaceOfUse.Certificate, today) is null);
    }

    /// <summary>What the decider settles and the document must say.</summary>
    public sealed record Terms(Guid Credential, DateOnly ValidFrom, DateOnly? ValidUntil, bool Test, ThreePartyNotice Notice);
}
