using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Authority;

/// <summary>Appoint somebody to a duty, for one's own organisation and under its own mandate or accreditation.</summary>
public sealed record MakeAppointment(Guid Appointment, Guid Person, string Duty, DateOnly From, DateOnly? Until) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Appoint;

    /// <summary>An appointment with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyMade = new("appointment.already-made", RejectionKind.Conflict, "appointment");

    /// <summary>Nobody appoints themself.</summary>
    public static readonly Rejection OfOneself = new("appointment.of-oneself", RejectionKind.Forbidden, "person");

    /// <summary>There is no such duty.</summary>
    public static readonly Rejection UnknownDuty = new("appointment.unknown-duty", RejectionKind.Invalid, "duty");

    /// <summary>The agreement itself, or an act of all three parties, gives that duty; no appointment does.</summary>
    public static readonly Rejection NotAppointable = new("appointment.not-appointable", RejectionKind.Invalid, "duty");

    /// <summary>The organisation holds no mandate, and no accreditation in force, that the duty comes from.</summary>
    public static readonly Rejection OutsideMandate = new("appointment.outside-mandate", RejectionKind.Forbidden, "duty");

    /// <summary>An appointment cannot begin in the past or end before it begins.</summary>
    public static readonly Rejection BadDates = new("appointment.bad-dates", RejectionKind.Invalid, "from");

    /// <summary>Decide on the appointment's stream.</summary>
    /// <param name="appointment">The appointment of that id, if any.</param>
    /// <param name="person">Who is to be appointed, if it is a person of the ledger.</param>
    /// <param name="system">Who is to be appointed, if it is a system.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="accreditations">Those of the actor's organisation.</param>
    /// <param name="by">Who appoints.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Appointment? appointment, Person? person, AgencySystem? system, Agreement? agreement,
        IReadOnlyCollection<Accreditation> accreditations, Actor by, DateOnly today)
    {
        if (appointment is { Made: var before })
            return before with { Clause = "" } == new AppointmentMade(Person, Appointment, before.Organisation, Duty, "", From, Until, by.Person) ? Outcome.NothingToDo : AlreadyMade;
        if (by.Person == Person) return OfOneself;
        if (Duties.Find(Duty) is not { } duty) return UnknownDuty;
        if (duty.Clauses.Count == 0) return NotAppointable;
        if (person is null && system is null) return People.Person.Missing;
        if (person is { IsErased: true }) return People.Person.Erased;
        if (system is not null && system.Entered.Organisation != by.Organisation) return OutsideMandate;
        if (agreement is null) return Agreement.Missing;
        if (!duty.WindingUp && !agreement.InForceOn(today)) return Agreement.Ended;
        var clause = agreement.Party(by.Organisation) is { } party ? agreement.MandateOf(party, duty)
            : accreditations.FirstOrDefault(a => a.Covers(duty, today))?.Granted.Clause;
        if (clause is null) return OutsideMandate;
        if (From < today || Until < From) return BadDates;
        return new AppointmentMade(Person, Appointment, by.Organisation, Duty, clause, From, Until, by.Person);
    }
}
