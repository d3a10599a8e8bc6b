using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>A party to the agreement as it is now. By law one may succeed another (EGA became DGA); it stays the same party, and answers to its former codes.</summary>
/// <param name="Code">Its code now.</param>
/// <param name="NameTh">Official name in Thai.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Representatives">Who signs for it, each from a day until the next one's; in the order of days.</param>
/// <param name="Former">What it was before, oldest first.</param>
public sealed record Party(string Code, string NameTh, string NameEn, ValueList<Representative> Representatives, ValueList<FormerParty> Former)
{
    /// <summary>Whether a code, of now or of then, is this party's.</summary>
    public bool Answers(string code) => Code == code || Former.Any(f => f.Code == code);

    /// <summary>The person who signs for the party on a day; null before the agreement.</summary>
    public Guid? RepresentativeOn(DateOnly day) => Representatives.LastOrDefault(r => r.From <= day)?.Person;

    /// <summary>Whether the person signs for the party on that day, or is named to do so on a later one.</summary>
    public bool IsRepresentedFrom(DateOnly day, Guid person) => RepresentativeOn(day) == person || Representatives.Any(r => r.From > day && r.Person == person);

    /// <summary>The party with a representative from a day on, whoever was named for later days.</summary>
    public Party With(Representative next) => this with { Representatives = [.. Representatives.Where(r => r.From < next.From), next] };

    /// <summary>The party as the law has it now.</summary>
    public Party After(PartySucceeded succeeded) =>
        new(succeeded.Code, succeeded.NameTh, succeeded.NameEn, Representatives, [.. Former, new(Code, NameTh, NameEn, succeeded.Instrument)]);
}

/// <summary>Who signs for a party.</summary>
/// <param name="Person">The person.</param>
/// <param name="From">First day.</param>
public sealed record Representative(Guid Person, DateOnly From);

/// <summary>What a party was before it was succeeded.</summary>
/// <param name="Code">Its code then.</param>
/// <param name="NameTh">Official name in Thai then.</param>
/// <param name="NameEn">Name in English then.</param>
/// <param name="Instrument">The law that put another in its place.</param>
public sealed record FormerParty(string Code, string NameTh, string NameEn, LegalInstrument Instrument);
