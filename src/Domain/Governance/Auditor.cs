namespace CredentialLedger.Domain.Governance;

/// <summary>Somebody whom all three parties let audit.</summary>
/// <param name="Person">The auditor.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="Proposal">What all three signed: the authority.</param>
/// <param name="Opens">Whether evidence that they export may have what is sealed, opened for a named recipient.</param>
public sealed record Auditor(Guid Person, DateOnly From, DateOnly? Until, Guid Proposal, bool Opens = false)
{
    /// <summary>Whether the appointment holds on a day.</summary>
    public bool On(DateOnly day) => From <= day && HoldsFrom(day);

    /// <summary>Whether it holds on that day or on a later one.</summary>
    public bool HoldsFrom(DateOnly day) => Until is not { } last || day <= last;
}
