using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Authority;

/// <summary>Accredit an organisation, by the party that holds the mandate for its kind (rows R-CERT, R-TRAIN, R-HR).</summary>
public sealed record AccreditOrganisation(string Organisation, AccreditationKind Kind, string NameTh, string NameEn, Scope Scope, DateOnly From, DateOnly? Until) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Accredit;

    /// <summary>It was accredited before, otherwise.</summary>
    public static readonly Rejection AlreadyAccredited = new("accreditation.already-granted", RejectionKind.Conflict, "organisation");

    /// <summary>Code or name is no plain line of text.</summary>
    public static readonly Rejection BadText = new("accreditation.bad-text", RejectionKind.Invalid, "organisation");

    /// <summary>A party acts by its mandates and is not accredited.</summary>
    public static readonly Rejection IsParty = new("accreditation.is-party", RejectionKind.Invalid, "organisation");

    /// <summary>A duty or framework is named twice, or the kind has no such duty.</summary>
    public static readonly Rejection BadScope = new("accreditation.bad-scope", RejectionKind.Invalid, "duties");

    /// <summary>It would begin before today, or end before it begins.</summary>
    public static readonly Rejection BadDates = new("accreditation.bad-dates", RejectionKind.Invalid, "from");

    /// <summary>Nobody accredits an organisation that they are the head of.</summary>
    public static readonly Rejection OfOneself = new("accreditation.of-oneself", RejectionKind.Forbidden, "head");

    /// <summary>The stream to decide on.</summary>
    public Guid Id => Accreditation.IdOf(Kind, Organisation);

    /// <summary>What is wrong with a scope for a kind, or null.</summary>
    public static Rejection? Flaw(Scope scope, AccreditationKind kind) =>
        scope.Duties.Distinct().Count() != scope.Duties.Count || scope.Frameworks.Distinct().Count() != scope.Frameworks.Count
        || !scope.Duties.All(code => Kinds.Of(kind).Duties.Any(d => d.Code == code)) || !scope.Frameworks.All(PlainText.IsCode) ? BadScope : null;

    /// <summary>Decide on the stream <see cref="Id"/>.</summary>
    public Outcome Decide(Accreditation? accreditation, Agreement? agreement, Person? head, Actor by, DateOnly today)
    {
        if (agreement?.Party(by.Organisation) is not { } party || agreement.HolderOf(Kinds.Of(Kind).Clause) != party) return Accreditation.OutsideMandate;
        var accredited = new OrganisationAccredited(Id, Organisation, NameTh, NameEn, Kind, Kinds.Of(Kind).Clause, party.Code, Scope, From, Until, by.Person);
        if (accreditation is not null) return accreditation.Granted == accredited with { Party = accreditation.Granted.Party } ? Outcome.NothingToDo : AlreadyAccredited;
        if (!PlainText.IsCode(Organisation) || !PlainText.IsTitle(NameTh) || !PlainText.IsTitle(NameEn)) return BadText;
        if (agreement.Party(Organisation) is not null) return IsParty;
        if (Flaw(Scope, Kind) is { } flaw) return flaw;
        if (head is null) return Person.Missing;
        if (head.Id == by.Person) return OfOneself;
        return From < today || Until < From ? BadDates : accredited;
    }
}
