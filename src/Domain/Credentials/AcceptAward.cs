using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Accept a person's foreign award under a recognised equivalence, after looking at what proves it: an act of assessment, so by who declares results.</summary>
public sealed record AcceptAward(Guid Award, Guid Person, Guid Equivalence, Sealed<string>? Number, DateOnly AwardedOn, Evidence Evidence) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DeclareResults;

    /// <summary>An award with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyAccepted = new("award.already-accepted", RejectionKind.Conflict, "award");

    /// <summary>Nobody accepts an award of their own.</summary>
    public static readonly Rejection ByHolder = new("award.by-holder", RejectionKind.Forbidden);

    /// <summary>The award's number is missing.</summary>
    public static readonly Rejection NoNumber = new("award.no-number", RejectionKind.Invalid, "number");

    /// <summary>The equivalence is not applied today: it begins later, or was withdrawn.</summary>
    public static readonly Rejection NotApplied = new("award.equivalence-not-applied", RejectionKind.Conflict, "equivalence");

    /// <summary>The equivalence is for awards of other days.</summary>
    public static readonly Rejection OtherDays = new("award.other-days", RejectionKind.Invalid, "awardedOn");

    /// <summary>The day has not come yet.</summary>
    public static readonly Rejection InFuture = new("award.in-future", RejectionKind.Invalid, "awardedOn");

    /// <summary>The award is older than the equivalence lets one be.</summary>
    public static readonly Rejection TooOld = new("award.too-old", RejectionKind.Invalid, "awardedOn");

    /// <summary>The certificate was accepted as another award, of this person or of somebody else, and counts.</summary>
    public static readonly Rejection SameCertificate = new("award.same-certificate", RejectionKind.Conflict, "number");

    /// <summary>Decide on the award's stream.</summary>
    /// <param name="award">The award under this id, if any.</param>
    /// <param name="person">Its holder.</param>
    /// <param name="equivalence">The equivalence.</param>
    /// <param name="accepted">The award as which the certificate of this number was accepted and counts; null for none.</param>
    /// <param name="by">Who accepts.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Award? award, Person? person, Equivalence? equivalence, Guid? accepted, Actor by, DateOnly today)
    {
        if (award is { Accepted: var before })
            return (before.Person, before.Equivalence, before.Number, before.AwardedOn, before.Evidence) == (Person, Equivalence, Number, AwardedOn, Evidence) ? Outcome.NothingToDo : AlreadyAccepted;
        if (person is null) return People.Person.Missing;
        if (person.IsErased) return People.Person.Erased;
        if (equivalence is not { Recognised.Terms: var terms }) return Credentials.Equivalence.Missing;
        if (by.Person == Person) return ByHolder;
        if (Number is null) return NoNumber;
        if (Evidence.Flaw() is { } flaw) return flaw;
        if (AwardedOn > today) return InFuture;
        if (!equivalence.AppliesOn(today)) return NotApplied;
        if (AwardedOn < terms.AwardedFrom || AwardedOn > terms.AwardedUntil) return OtherDays;
        var until = LastDay.After(AwardedOn, terms.Months);
        return until < today ? TooOld
            : accepted is not null ? SameCertificate
            : new AwardAccepted(Person, Award, Equivalence, terms.Framework, terms.Unit, terms.Level, Number, AwardedOn, until, Evidence, by.Person);
    }
}
