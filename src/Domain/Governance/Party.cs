using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>A party to the agreement as it is now. By law one may succeed another (EGA became DGA); it stays the same party, and answers to its former codes.</summary>
/// <param name="Code">Its code now.</param>
/// <param name="NameTh">Official name in Thai.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Representative">The person who signs for it.</param>
/// <param name="FormerCodes">What it was called before, oldest first.</param>
public sealed record Party(string Code, string NameTh, string NameEn, Guid Representative, ValueList<string> FormerCodes)
{
    /// <summary>Whether a code, of now or of then, is this party's.</summary>
    public bool Answers(string code) => Code == code || FormerCodes.Contains(code);
}
