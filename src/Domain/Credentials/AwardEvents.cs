using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of accepted awards: add, never rename.

/// <summary>Somebody looked at a person's foreign award and accepted it under a recognised equivalence.</summary>
/// <param name="Person">The holder of the award.</param>
/// <param name="Award">The acceptance, and the stream.</param>
/// <param name="Equivalence">The equivalence.</param>
/// <param name="Framework">Code of the framework version, as the equivalence has it.</param>
/// <param name="Unit">Code of the unit that it counts as.</param>
/// <param name="Level">Level of that unit; null for a unit without levels.</param>
/// <param name="Number">The award's own number, sealed.</param>
/// <param name="AwardedOn">The day on which it was awarded.</param>
/// <param name="CountsUntil">Last day on which it counts; null without end.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="AcceptedBy">The person who accepted it.</param>
[Stored("person", "award", "equivalence", "framework", "unit", "level", "number", "awardedOn", "countsUntil", "evidence", "acceptedBy")]
public sealed record AwardAccepted(Guid Person, Guid Award, Guid Equivalence, string Framework, string Unit, int? Level,
    Sealed<string> Number, DateOnly AwardedOn, DateOnly? CountsUntil, Evidence Evidence, Guid AcceptedBy) : LedgerEvent, IAbout;

/// <summary>An award should not have been accepted; it counts no more.</summary>
/// <param name="Person">The holder of the award.</param>
/// <param name="Award">The acceptance.</param>
/// <param name="Ground">Why.</param>
/// <param name="Remark">Free text, sealed.</param>
[Stored("person", "award", "ground", "remark")]
public sealed record AwardAnnulled(Guid Person, Guid Award, AnnulmentGround Ground, Sealed<string>? Remark) : LedgerEvent, IAbout;
