using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>A work, logo or mark with every permission to use it (row R-IP); on one stream, so that who may use it on a day has one answer.</summary>
public sealed record Work(WorkRegistered Registered, ValueList<Permit> Permits) : IEvolve<Work>
{
    /// <summary>No work with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("work.missing", RejectionKind.Missing, "work");

    /// <summary>Only the party that owns the work, or manages the rights in it, permits its use.</summary>
    public static readonly Rejection NotTheOwner = new("work.not-the-owner", RejectionKind.Forbidden);

    /// <summary>The permit of that id, or null.</summary>
    public Permit? Permit(Guid id) => Permits.FirstOrDefault(p => p.Permitted.Permit == id);

    /// <summary>Whether an organisation manages the rights.</summary>
    public bool IsManagedBy(string organisation, Agreement agreement) => agreement.AreSame(Registered.Manager, organisation);

    /// <summary>Whether an organisation is one of the owners.</summary>
    public bool IsOwnedBy(string organisation, Agreement agreement) => Registered.Owners.Any(o => agreement.AreSame(o.Party, organisation));

    /// <inheritdoc/>
    public static Work? Evolve(Work? state, LedgerEvent e) => (state, e) switch
    {
        (null, WorkRegistered registered) => new(registered, []),
        ({ } work, UsePermitted permitted) when work.Permit(permitted.Permit) is null => work with { Permits = [.. work.Permits, new(permitted, null)] },
        ({ } work, PermitRevoked revoked) when work.Permit(revoked.Permit) is { Revoked: null } permit =>
            work with { Permits = [.. work.Permits.Select(p => p == permit ? p with { Revoked = revoked } : p)] },
        _ => throw new ImpossibleEventException(typeof(Work), e),
    };
}

/// <summary>One written permission, perhaps taken back.</summary>
public sealed record Permit(UsePermitted Permitted, PermitRevoked? Revoked)
{
    /// <summary>Whether it covers that place on that day.</summary>
    public bool Covers(PlaceOfUse place, DateOnly day) =>
        Permitted.Places.Contains(place) && Permitted.From <= day && day <= Permitted.Until && (Revoked is null || day < Revoked.From);
}
