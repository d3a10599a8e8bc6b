using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Confidences;

/// <summary>Confidential information of a party, with every consent to its disclosure and every disclosure (row R-CONF); it outlives the agreement.</summary>
public sealed record Confidence(InformationClassified Classified, ValueList<Consent> Consents, ValueList<InformationDisclosed> Disclosures) : IEvolve<Confidence>
{
    /// <summary>No confidential information with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("confidence.missing", RejectionKind.Missing, "confidence");

    /// <summary>Only the owner consents to disclosure, and takes consent back.</summary>
    public static readonly Rejection NotTheOwner = new("confidence.not-the-owner", RejectionKind.Forbidden);

    /// <summary>The consent of that id, or null.</summary>
    public Consent? Consent(Guid id) => Consents.FirstOrDefault(c => c.Given.Consent == id);

    /// <summary>The disclosure of that id, or null.</summary>
    public InformationDisclosed? Disclosed(Guid id) => Disclosures.FirstOrDefault(d => d.Disclosure == id);

    /// <summary>Whether an organisation owns it.</summary>
    public bool IsOwnedBy(string organisation, Agreement agreement) => agreement.AreSame(Classified.Owner, organisation);

    /// <inheritdoc/>
    public static Confidence? Evolve(Confidence? state, LedgerEvent e) => (state, e) switch
    {
        (null, InformationClassified classified) => new(classified, [], []),
        ({ } known, DisclosureConsented given) when known.Consent(given.Consent) is null => known with { Consents = [.. known.Consents, new(given, null)] },
        ({ } known, ConsentWithdrawn withdrawn) when known.Consent(withdrawn.Consent) is { Withdrawn: null } consent =>
            known with { Consents = [.. known.Consents.Select(c => c == consent ? c with { Withdrawn = withdrawn } : c)] },
        ({ } known, InformationDisclosed disclosed) when known.Disclosed(disclosed.Disclosure) is null => known with { Disclosures = [.. known.Disclosures, disclosed] },
        _ => throw new ImpossibleEventException(typeof(Confidence), e),
    };
}

/// <summary>A written consent to disclosure, perhaps taken back.</summary>
public sealed record Consent(DisclosureConsented Given, ConsentWithdrawn? Withdrawn)
{
    /// <summary>Whether it is in force on that day.</summary>
    public bool InForceOn(DateOnly day) => Given.From <= day && day <= Given.Until && (Withdrawn is null || day < Withdrawn.From);
}
