using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>Permit an organisation, in writing, to use the party's own work for a purpose, in places, from a day to a day (clause 3, third paragraph).</summary>
public sealed record PermitUse(Guid Permit, string User, string Purpose, ValueList<PlaceOfUse> Places, DateOnly From, DateOnly Until, string Reference) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.GrantPermits;

    /// <summary>A permit with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyPermitted = new("permit.already-granted", RejectionKind.Conflict, "permit");

    /// <summary>User, purpose or reference is no plain line of text; the field is the one at fault.</summary>
    public static readonly Rejection BadText = new("permit.bad-text", RejectionKind.Invalid, "purpose");

    /// <summary>A permit names at least one place, each once.</summary>
    public static readonly Rejection BadPlaces = new("permit.bad-places", RejectionKind.Invalid, "places");

    /// <summary>A permit ends before it begins.</summary>
    public static readonly Rejection BadPeriod = new("permit.bad-period", RejectionKind.Invalid, "until");

    /// <summary>Decide on the work's stream.</summary>
    public Outcome Decide(Work? work, Agreement? agreement, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        if (work is null) return Works.Work.Missing;
        if (!work.IsManagedBy(by.Organisation, agreement)) return Works.Work.NotTheOwner;
        var permitted = new UsePermitted(work.Registered.Work, Permit, User, Purpose, Places, From, Until, Reference);
        if (work.Permit(Permit) is { } before) return before.Permitted == permitted ? Outcome.NothingToDo : AlreadyPermitted;
        if (!PlainText.IsCode(User)) return BadText with { Field = "user" };
        if (!PlainText.IsTitle(Purpose)) return BadText;
        if (!PlainText.IsCode(Reference)) return BadText with { Field = "reference" };
        if (Places.Count == 0 || Places.Distinct().Count() != Places.Count) return BadPlaces;
        return Until < From ? BadPeriod : permitted;
    }
}
