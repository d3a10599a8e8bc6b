using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Governance;

/// <summary>Propose that a person audits: reads everything, and writes nothing but findings. Possible after the agreement's end, as long as anything is wound up.</summary>
public sealed record ProposeAuditor(Guid Proposal, Guid Person, DateOnly From, DateOnly? Until, bool Opens = false) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.ArrangeAudit;

    /// <summary>Nobody proposes themself.</summary>
    public static readonly Rejection ProposesSelf = new("auditor.proposes-self", RejectionKind.Forbidden, "person");

    /// <summary>Whoever signs for a party does not audit what is signed.</summary>
    public static readonly Rejection Represents = new("auditor.represents", RejectionKind.Conflict, "person");

    /// <summary>The last day lies before the first, or before today.</summary>
    public static readonly Rejection BadPeriod = new("auditor.bad-period", RejectionKind.Invalid, "until");

    /// <summary>The person is appointed for some of that time.</summary>
    public static readonly Rejection AlreadyAppointed = new("auditor.already-appointed", RejectionKind.Conflict, "person");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Person? person, Actor by, DateOnly today) => person is null
        ? People.Person.Missing
        : Governance.Proposal.Make(agreement, by, today, party => new AuditorProposed(Person, Proposal, party, by.Person, From, Until, Opens ? true : null));

    internal static Rejection? Obstacle(Agreement agreement, AuditorProposed proposed, DateOnly today)
    {
        var from = proposed.From > today ? proposed.From : today;
        if (proposed.Person == proposed.ProposedBy) return ProposesSelf;
        if (proposed.Until is { } until && (until < from || until < proposed.From)) return BadPeriod;
        if (agreement.Parties.Any(p => p.IsRepresentedFrom(from, proposed.Person))) return Represents;
        return agreement.Auditors.Any(a => a.Person == proposed.Person && a.HoldsFrom(from) && (proposed.Until is not { } last || a.From <= last)) ? AlreadyAppointed : null;
    }
}
