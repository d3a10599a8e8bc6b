using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Activities;

/// <summary>An activity of two parties or all three, planned and perhaps closed (row R-COORD).</summary>
public sealed record Activity(ActivityPlanned Planned, ActivityClosed? Closed) : IEvolve<Activity>
{
    /// <summary>No activity with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("activity.missing", RejectionKind.Missing, "activity");

    /// <summary>Only a party that takes part plans or closes an activity.</summary>
    public static readonly Rejection NotTakingPart = new("activity.not-taking-part", RejectionKind.Forbidden);

    /// <summary>Whether an organisation is among those that take part.</summary>
    public static bool TakesPart(string organisation, IEnumerable<TakingPart> parties, Agreement agreement) =>
        parties.Any(p => agreement.AreSame(p.Party, organisation));

    /// <inheritdoc/>
    public static Activity? Evolve(Activity? state, LedgerEvent e) => (state, e) switch
    {
        (null, ActivityPlanned planned) => new(planned, null),
        ({ Closed: null } activity, ActivityClosed closed) => activity with { Closed = closed },
        _ => throw new ImpossibleEventException(typeof(Activity), e),
    };
}
