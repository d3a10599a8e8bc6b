using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

/// <summary>Give an auditor a bundle of events with their proofs. What is sealed stays so, unless the appointment opens it: then only what is the subject's own, for one named recipient.</summary>
public sealed record ExportEvidence(Guid Export, BundleKind Kind, Guid? Subject, Guid? Credential, DateOnly? From, DateOnly? Until, int Events, bool Open, string? Recipient) : ICommand
{
    /// <summary>Events that a bundle may have: more are asked for by parts.</summary>
    public const int MaxEvents = 20_000;

    /// <inheritdoc/>
    public static Duty Needs => Duties.Audit;

    /// <summary>Not exactly one of person, credential, examiner and period is given, or the period has no end or no beginning, or ends before it begins.</summary>
    public static readonly Rejection BadSelection = new("evidence.bad-selection", RejectionKind.Invalid);

    /// <summary>Nothing of that is in the ledger.</summary>
    public static readonly Rejection NothingFound = new("evidence.nothing-found", RejectionKind.Missing);

    /// <summary>More than <see cref="MaxEvents"/>.</summary>
    public static readonly Rejection TooMany = new("evidence.too-many", RejectionKind.Invalid);

    /// <summary>The three parties did not let this auditor open what is sealed.</summary>
    public static readonly Rejection MayNotOpen = new("evidence.may-not-open", RejectionKind.Forbidden, "open");

    /// <summary>What is opened is about one person; a period is about many.</summary>
    public static readonly Rejection OpensMany = new("evidence.opens-many", RejectionKind.Invalid, "open");

    /// <summary>Whoever opens names who may read it, and whoever does not open names nobody.</summary>
    public static readonly Rejection RecipientMismatch = new("evidence.recipient-mismatch", RejectionKind.Invalid, "recipient");

    /// <summary>An export with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyExported = new("evidence.already-exported", RejectionKind.Conflict);

    /// <summary>Decide on the export's own stream.</summary>
    public Outcome Decide(EvidenceExport? export, Agreement? agreement, Actor by, DateOnly today)
    {
        if (export is not null) return export.Exported == Exported ? Outcome.NothingToDo : AlreadyExported;
        if (Obstacle(agreement, by, today) is { } obstacle) return obstacle;
        if (Events == 0) return NothingFound;
        return Events > MaxEvents ? TooMany : Exported;
    }

    /// <summary>What stands against it, whatever is found; null when nothing does.</summary>
    public Rejection? Obstacle(Agreement? agreement, Actor by, DateOnly today)
    {
        var isWhole = Kind is BundleKind.Period ? From <= Until && Subject is null && Credential is null
            : From is null && Until is null && Subject is not null && Credential is not null == Kind is BundleKind.Credential;
        if (!isWhole) return BadSelection;
        if (PlausibleDay.FlawIn(Exported) is { } slip) return slip;
        if (Open != Recipient is not null) return RecipientMismatch;
        if (!Open) return null;
        if (Kind is BundleKind.Period) return OpensMany;
        return agreement?.AuditorOn(by.Person, today) is { Opens: true } ? null : MayNotOpen;
    }

    private EvidenceExported Exported => new(Export, Kind, Subject, Credential, From, Until, Events, Recipient);
}
