using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>Make a system of an organisation known.</summary>
public sealed record EnterSystem(string Organisation, string Issuer, string Client, string NameTh, string NameEn) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepSystems;

    /// <summary>That client was entered before, otherwise.</summary>
    public static readonly Rejection AlreadyEntered = new("system.already-entered", RejectionKind.Conflict, "client");

    /// <summary>A code or name is no plain line of text.</summary>
    public static readonly Rejection BadText = new("system.bad-text", RejectionKind.Invalid, "client");

    /// <summary>The organisation is neither a party nor accredited.</summary>
    public static readonly Rejection UnknownOrganisation = new("system.unknown-organisation", RejectionKind.Invalid, "organisation");

    /// <summary>The stream to decide on.</summary>
    public Guid Id => AgencySystem.IdOf(Issuer, Client);

    /// <summary>Decide on the stream <see cref="Id"/>.</summary>
    public Outcome Decide(AgencySystem? system, Agreement? agreement, IReadOnlyCollection<Accreditation> accreditations)
    {
        var entered = new SystemEntered(Id, Organisation, Issuer, Client, NameTh, NameEn);
        if (system is not null) return system.Entered == entered ? Outcome.NothingToDo : AlreadyEntered;
        if (!PlainText.IsCode(Organisation) || !PlainText.IsTitle(Issuer) || !PlainText.IsCode(Client) || !PlainText.IsTitle(NameTh) || !PlainText.IsTitle(NameEn)) return BadText;
        return agreement?.Party(Organisation) is null && accreditations.Count == 0 ? UnknownOrganisation : entered;
    }
}
