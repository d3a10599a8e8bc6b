using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.Works;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Establish a certification scheme, once; a change is another scheme.</summary>
public sealed record EstablishScheme(Guid Scheme, string Code, string TitleTh, string TitleEn, string Framework, string Unit, int? Level,
    ValueList<Requirement> Requirements, int? ValidityMonths, ValueList<string> Issuers, DateOnly From, ValueList<Guid>? Marks = null, RenewalRules? Renewal = null) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepSchemes;

    /// <summary>A scheme with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyEstablished = new("scheme.already-established", RejectionKind.Conflict, "scheme");

    /// <summary>A scheme requires at least one competent result, and each requirement names a unit, perhaps at a level, or a course, not both.</summary>
    public static readonly Rejection BadRequirements = new("scheme.bad-requirements", RejectionKind.Invalid, "requirements");

    /// <summary>Code or title is no plain line of text; both are signed into credentials.</summary>
    public static readonly Rejection BadText = new("scheme.bad-text", RejectionKind.Invalid, "code");

    /// <summary>Instruments or equivalents stand on a requirement that names no unit, are an empty list, or one is named twice.</summary>
    public static readonly Rejection BadAlternatives = new("scheme.bad-alternatives", RejectionKind.Invalid, "requirements");

    /// <summary>An equivalence counts as another unit, level or framework version than the requirement asks for.</summary>
    public static readonly Rejection OtherEquivalence = new("scheme.other-equivalence", RejectionKind.Invalid, "requirements");

    /// <summary>A validity is 1-120 months.</summary>
    public static readonly Rejection BadValidity = new("scheme.bad-validity", RejectionKind.Invalid, "validityMonths");

    /// <summary>A scheme names at least one issuer, each once.</summary>
    public static readonly Rejection BadIssuers = new("scheme.bad-issuers", RejectionKind.Invalid, "issuers");

    /// <summary>An issuer is neither a party nor accredited as a certification body: nobody could ever issue for it.</summary>
    public static readonly Rejection UnknownIssuer = new("scheme.unknown-issuer", RejectionKind.Invalid, "issuers");

    /// <summary>A scheme that names marks names at least one, each once.</summary>
    public static readonly Rejection BadMarks = new("scheme.bad-marks", RejectionKind.Invalid, "marks");

    /// <summary>Only what expires is renewed, 1 month before at the least, within its validity before and after, and each requirement is as those of the scheme.</summary>
    public static readonly Rejection BadRenewal = new("scheme.bad-renewal", RejectionKind.Invalid, "renewal");

    /// <summary>Decide on the scheme's stream.</summary>
    /// <param name="scheme">The scheme under this id, if any.</param>
    /// <param name="known">What the ledger has of what it names.</param>
    public Outcome Decide(Scheme? scheme, SchemeReferences known)
    {
        var established = new SchemeEstablished(Scheme, Code, TitleTh, TitleEn, Framework, Unit, Level, Requirements, ValidityMonths, Issuers, From, Marks, Renewal);
        if (scheme is not null) return scheme.Established == established ? Outcome.NothingToDo : AlreadyEstablished;
        if (!PlainText.IsCode(Code) || !PlainText.IsTitle(TitleTh) || !PlainText.IsTitle(TitleEn)) return BadText;
        if (known.Framework is not { } framework) return FrameworkVersion.Missing;
        if (framework.Refuses(Unit, Level) is { } refused) return refused;
        if (!Requirements.Any(r => r.Unit is not null) || Requirements.Any(Unclear)) return BadRequirements;
        ValueList<Requirement> all = [.. Requirements, .. Renewal?.Requirements ?? []];
        if (all.Where(r => r.Unit is not null).Select(r => framework.Refuses(r.Unit!, r.Level)).FirstOrDefault(r => r is not null) is { } bad) return bad;
        if (all.Select(r => Flaw(r, known)).FirstOrDefault(f => f is not null) is { } flaw) return flaw;
        if (ValidityMonths is < 1 or > 120) return BadValidity;
        if (Renewal is not null && !IsSound(Renewal)) return BadRenewal;
        if (Issuers.Count == 0 || Issuers.Distinct().Count() != Issuers.Count) return BadIssuers;
        if (!Issuers.All(code => known.Agreement?.Party(code)?.Code == code || known.Bodies.Any(b => b.Granted.Organisation == code))) return UnknownIssuer;
        if (Marks is null) return established;
        if (Marks.Count == 0 || Marks.Distinct().Count() != Marks.Count) return BadMarks;
        return Marks.All(id => known.Works.Any(w => w.Registered.Work == id)) ? established : Work.Missing;
    }

    private bool IsSound(RenewalRules renewal) =>
        1 <= renewal.WindowMonths && renewal.WindowMonths <= ValidityMonths && 0 <= renewal.GraceMonths && renewal.GraceMonths <= ValidityMonths
        && renewal.Requirements.Count > 0 && !renewal.Requirements.Any(Unclear);

    private static bool Unclear(Requirement r) => r is not ({ Unit: not null, Course: null } or { Unit: null, Level: null, Course: not null });

    private Rejection? Flaw(Requirement r, SchemeReferences known)
    {
        if (r.Course is { } course && !known.Courses.Any(c => c.Defined.Course == course)) return Course.Missing with { Field = "requirements" };
        if (r.Unit is null && (r.Instruments ?? (object?)r.Equivalents) is not null || IsBad(r.Instruments) || IsBad(r.Equivalents)) return BadAlternatives;
        var equivalences = (r.Equivalents ?? []).Select(id => known.Equivalences.FirstOrDefault(e => e.Recognised.Equivalence == id)).ToArray();
        return equivalences.Contains(null) ? Equivalence.Missing : equivalences.All(e => e!.Covers(Framework, r.Unit, r.Level)) ? null : OtherEquivalence;
    }

    private static bool IsBad<T>(ValueList<T>? list) => list is not null && (list.Count == 0 || list.Distinct().Count() != list.Count);
}

/// <summary>What the ledger has of what a scheme names.</summary>
/// <param name="Framework">The framework version.</param>
/// <param name="Courses">Courses that its requirements name.</param>
/// <param name="Equivalences">Equivalences that they name. One that was withdrawn counts: what was accepted under it stands.</param>
/// <param name="Works">Its marks. Whether they may be shown is asked when a credential is issued.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Bodies">Those of its issuers that are accredited as certification bodies, in force or not: whether they may issue is asked when they do.</param>
public sealed record SchemeReferences(FrameworkVersion? Framework, IReadOnlyCollection<Course> Courses, IReadOnlyCollection<Equivalence> Equivalences,
    IReadOnlyCollection<Work> Works, Agreement? Agreement, IReadOnlyCollection<Accreditation> Bodies);
