using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.People;

// The storage format of persons: add, never rename.

/// <summary>A person became known to the ledger under a random id.</summary>
/// <param name="Person">The person, and the stream.</param>
/// <param name="Name">Names in Thai and, if given, English; sealed.</param>
/// <param name="NationalId">13 digits with a good check digit; sealed.</param>
/// <param name="Personnel">Kind of public personnel.</param>
/// <param name="Synthetic">True for a made-up person: whatever is issued to them carries a test mark.</param>
[Stored("person", "name", "nationalId", "personnel", "synthetic")]
public sealed record PersonRegistered(Guid Person, Sealed<PersonName> Name, Sealed<string> NationalId,
    Personnel Personnel, bool Synthetic) : LedgerEvent, IAbout;

/// <summary>A person has another name, by law or because the one before was written wrongly.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name">Names in Thai and, if given, English; sealed.</param>
/// <param name="From">First day of the name.</param>
/// <param name="Evidence">What proves it, such as the registrar's certificate of a change of name.</param>
[Stored("person", "name", "from", "evidence")]
public sealed record PersonRenamed(Guid Person, Sealed<PersonName> Name, DateOnly From, Evidence Evidence) : LedgerEvent, IAbout;

/// <summary>A person holds a post from a date on.</summary>
/// <param name="Person">The person.</param>
/// <param name="Post">The post's own number in its agency's books.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Unit">Division or group within the agency, if known.</param>
/// <param name="Level">Level of the position: O1-O4, K1-K5, D1-D2, M1-M2; null for personnel without one.</param>
/// <param name="From">First day in the post.</param>
/// <param name="Supervisor">Number of the post in the same agency whose holder supervises this one, if known.</param>
[Stored("person", "post", "agency", "unit", "level", "from", "supervisor")]
public sealed record PostHeld(Guid Person, string Post, string Agency, string? Unit, string? Level, DateOnly From, string? Supervisor = null) : LedgerEvent, IAbout;

/// <summary>A person left a post.</summary>
/// <param name="Person">The person.</param>
/// <param name="Post">The post's own number in its agency's books.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Until">Last day in the post.</param>
[Stored("person", "post", "agency", "until")]
public sealed record PostLeft(Guid Person, string Post, string Agency, DateOnly Until) : LedgerEvent, IAbout;

/// <summary>What a person is called; only ever stored sealed.</summary>
/// <param name="Th">Full name in Thai, with its title.</param>
/// <param name="En">Full name in English, if known.</param>
[Stored("th", "en")]
public sealed record PersonName(string Th, string? En = null);
