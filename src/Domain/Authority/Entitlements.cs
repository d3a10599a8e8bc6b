using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>
/// Who is entitled to what, as the ledger's own events have it: the agreement gives its parties mandates, parties accredit
/// organisations, both appoint people. A pure function of folded states, so that an auditor replays it as of any moment.
/// </summary>
public sealed class Entitlements(Agreement? agreement, IEnumerable<Accreditation> accreditations, IEnumerable<Appointment> appointments)
{
    /// <summary>For whom an auditor acts: not for one party, but for all three.</summary>
    public const string Auditors = "AUDIT";

    private readonly ILookup<string, Accreditation> accreditedAs = accreditations.ToLookup(a => a.Granted.Organisation);
    private readonly ILookup<Guid, Accreditation> headed = accreditations.ToLookup(a => a.Scope.Head);
    private readonly ILookup<Guid, Appointment> appointed = appointments.Where(a => a.Revoked is null).ToLookup(a => a.Made.Person);

    /// <summary>The agreement; null before the ledger was founded.</summary>
    public Agreement? Agreement => agreement;

    /// <summary>Everything that entitles a person or system to a duty on a day, one actor for each organisation that they can act for.</summary>
    public IReadOnlyList<Actor> Of(Guid person, Duty duty, DateOnly day)
    {
        if (agreement is null || !(duty.WindingUp || agreement.InForceOn(day))) return [];
        // Auditors read, and write nothing but their findings: whatever else they were appointed to rests while they audit.
        if (agreement.AuditorOn(person, day) is { } auditor)
            return duty == Duties.Audit || duty == Duties.ReadRecords ? [new(person, Auditors, duty.Code, $"auditor:{auditor.Proposal}")] : [];
        return [.. Grants(person, duty, day).DistinctBy(actor => actor.Organisation)];
    }

    /// <summary>Codes of the parties that can entitle people to a duty.</summary>
    public IReadOnlyList<string> GrantedBy(Duty duty) => agreement is null ? []
        : duty.Clauses.Count == 0 ? [.. agreement.Parties.Select(p => p.Code)]
        : [.. duty.Clauses.Select(agreement.HolderOf).OfType<Party>().Select(p => p.Code).Distinct()];

    /// <summary>The appointments that an organisation made, of today and of before.</summary>
    public IEnumerable<Appointment> AppointmentsOf(string organisation) =>
        appointments.Where(a => a.Made.Organisation == organisation || agreement?.Party(organisation)?.Answers(a.Made.Organisation) is true);

    /// <summary>The duties to which an organisation can appoint people on a day: by its mandates, or within its accreditations.</summary>
    public IEnumerable<Duty> AppointableBy(string organisation, DateOnly day) => Duties.All.Where(duty => duty.Clauses.Count > 0 && (duty.WindingUp || agreement?.InForceOn(day) is true)
        && (agreement?.Party(organisation) is { } party ? agreement.MandateOf(party, duty) is not null : accreditedAs[organisation].Any(a => a.Covers(duty, day))));

    /// <summary>Every organisation that the ledger knows: the parties, and those that were ever accredited.</summary>
    public IEnumerable<string> Organisations => [.. agreement?.Parties.Select(p => p.Code) ?? [], .. accreditedAs.Select(of => of.Key)];

    /// <summary>An organisation's accreditations, in force or not.</summary>
    public IEnumerable<Accreditation> AccreditationsOf(string organisation) => accreditedAs[organisation];

    /// <summary>The organisations that may appoint people to a duty on a day: parties by their mandates, others within their accreditations.</summary>
    public IEnumerable<string> OrganisationsFor(Duty duty, DateOnly day) =>
        [.. agreement?.Parties.Select(p => p.Code).Where(code => AppointableBy(code, day).Contains(duty)) ?? [], .. accreditedAs.Select(of => of.Key).Where(code => AppointableBy(code, day).Contains(duty))];

    private IEnumerable<Actor> Grants(Guid person, Duty duty, DateOnly day)
    {
        if ((duty == Duties.Represent || duty == Duties.Appoint) && agreement!.RepresentedBy(person, day) is { } party)
            yield return new(person, party.Code, duty.Code, "representative");
        if (duty == Duties.Appoint)
        {
            foreach (var accreditation in headed[person].Where(a => Lends(a, duty, day)))
                yield return new(person, accreditation.Granted.Organisation, duty.Code, $"accreditation:{accreditation.Granted.Accreditation}");
        }
        foreach (var appointment in appointed[person])
        {
            if (appointment.Made.Duty == duty.Code && appointment.InForceOn(day) && OrganisationOf(appointment.Made, duty, day) is { } organisation)
                yield return new(person, organisation, duty.Code, $"appointment:{appointment.Made.Appointment}");
        }
    }

    // An appointment is worth what its organisation may still do: a party that lost the mandate, or a body that was suspended, lends it no longer.
    // What no clause mandates (to represent, to see one's own record) nobody can be appointed to, whatever an accreditation's scope says.
    private string? OrganisationOf(AppointmentMade made, Duty duty, DateOnly day) => duty.Clauses.Count == 0 ? null
        : agreement!.Party(made.Organisation) is { } party ? agreement.MandateOf(party, duty) is not null ? party.Code : null
        : accreditedAs[made.Organisation].Any(a => Lends(a, duty, day)) ? made.Organisation : null;

    private bool Lends(Accreditation accreditation, Duty duty, DateOnly day) =>
        accreditation.Covers(duty, day) && (duty.WindingUp || agreement!.HolderOf(accreditation.Granted.Clause) is not null);
}
