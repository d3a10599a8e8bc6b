namespace CredentialLedger.Domain.Governance;

/// <summary>Whether two codes mean one organisation: a party keeps its rights and duties under a new code (EGA became DGA).</summary>
public static class Organisations
{
    /// <summary>The same code, or a code of now and one of then of the same party.</summary>
    public static bool AreSame(this Agreement agreement, string one, string other) =>
        one == other || agreement.Party(one) is { } party && party.Answers(other);
}
