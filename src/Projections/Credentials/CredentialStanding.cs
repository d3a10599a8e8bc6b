using System.Globalization;
using System.Text.Json.Serialization;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Projections.Credentials;

/// <summary>What a verifier needs to know of a credential: its number, its validity and whether it was revoked, replaced or suspended (row R-VERIFY).</summary>
/// <param name="Id">The credential.</param>
/// <param name="Sequence">Place in the ledger of the last event that went in.</param>
/// <param name="Person">The holder.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Document">Number, issuer, key, digest and place in the status list.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; null without end.</param>
/// <param name="RevokedFrom">First day on which it is valid no more, after a revocation.</param>
/// <param name="Ground">Why it was revoked.</param>
/// <param name="Test">True for demonstration and test data.</param>
public sealed record CredentialStanding(Guid Id, long Sequence, Guid Person, Guid Scheme, SignedDocument Document,
    DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? RevokedFrom, Ground? Ground, bool Test) : IReadModel<CredentialStanding>
{
    /// <summary>Its suspensions, in the order of recording.</summary>
    public ValueList<SuspensionSpan> Suspensions { get; init; } = [];

    /// <summary>The decision that it carries out.</summary>
    public Guid Decision { get; init; }

    /// <summary>The credential that it renews; null for none.</summary>
    public Guid? Renews { get; init; }

    /// <summary>The credential whose place it took; null for none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The credential that took its place; null while none did.</summary>
    public Guid? ReplacedBy { get; init; }

    /// <summary>First day on which it counts no more because another took its place.</summary>
    public DateOnly? ReplacedFrom { get; init; }

    /// <summary>The credential with which it was revoked, since it renews that; null for none.</summary>
    public Guid? RevokedWith { get; init; }

    /// <summary>What waits for a decision of the body, or for a ruling; null while nothing does.</summary>
    public OpenCase? Open { get; init; }

    /// <inheritdoc/>
    public static int Version => 2;

    /// <inheritdoc/>
    public static Guid? RowOf(LedgerEvent e) => e switch
    {
        CredentialIssued i => i.Credential,
        CredentialRevoked r => r.Credential,
        CredentialReplaced r => r.Credential,
        CredentialSuspended s => s.Credential,
        CredentialReinstated r => r.Credential,
        RevocationNotified n => n.Credential,
        RevocationDropped d => d.Credential,
        RevocationAppealed a => a.Credential,
        AppealDismissed d => d.Credential,
        AppealUpheld u => u.Credential,
        _ => null,
    };

    /// <inheritdoc/>
    public static CredentialStanding Fold(CredentialStanding? row, Recorded e) => (row, e.Data) switch
    {
        (null, CredentialIssued i) => new(i.Credential, e.Sequence, i.Person, i.Scheme, i.Document, i.ValidFrom, i.ValidUntil, null, null, i.Test) { Decision = i.Decision, Renews = i.Renews, Replaces = i.Replaces },
        ({ } standing, CredentialRevoked r) => standing with { Sequence = e.Sequence, RevokedFrom = r.Effective, Ground = r.Ground, RevokedWith = r.With, Open = r.With is null ? null : standing.Open },
        ({ } standing, CredentialReplaced r) => standing with { Sequence = e.Sequence, ReplacedBy = r.Successor, ReplacedFrom = r.Effective },
        ({ } standing, AppealUpheld) => standing with { Sequence = e.Sequence, RevokedFrom = null, Ground = null, RevokedWith = null, Open = standing.RevokedWith is null ? null : standing.Open },
        ({ } standing, CredentialSuspended or CredentialReinstated) => standing with { Sequence = e.Sequence, Suspensions = SuspensionSpan.After(standing.Suspensions, e.Data) },
        ({ } standing, RevocationNotified) => standing with { Sequence = e.Sequence, Open = new(e.Sequence, false) },
        ({ } standing, RevocationAppealed) => standing with { Sequence = e.Sequence, Open = new(e.Sequence, true) },
        ({ } standing, RevocationDropped or AppealDismissed) => standing with { Sequence = e.Sequence, Open = null },
        _ => throw new ImpossibleEventException(typeof(CredentialStanding), e.Data),
    };

    /// <summary>A body's credentials that end between two days, both included, neither revoked nor replaced; those that end first before the others.</summary>
    /// <param name="body">Code of the body.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="after">Only those behind this one; null for all.</param>
    public static RowSelection<CredentialStanding> Ending(string body, DateOnly from, DateOnly until, (DateOnly ValidUntil, Guid Id)? after) => new(
        "data -> 'document' ->> 'issuer' = $1 and data ->> 'validUntil' between $2 and $3 and (data ->> 'validUntil', id) > ($4, $5) and data ->> 'revokedFrom' is null and data ->> 'replacedBy' is null",
        "data ->> 'validUntil', id", [body, Iso(from), Iso(until), after is { } last ? Iso(last.ValidUntil) : "", after?.Id ?? Guid.Empty],
        row => row.Document.Issuer == body && row.ValidUntil >= from && row.ValidUntil <= until && row is { RevokedFrom: null, ReplacedBy: null } && !(after is { } last && InOrder(row.ValidUntil, row.Id, last.ValidUntil, last.Id) <= 0),
        (one, other) => InOrder(one.ValidUntil, one.Id, other.ValidUntil, other.Id));

    /// <summary>Credentials whose case waits, the longest waiting first: a body's, and where it may rule on any appeal those under appeal, whoever issued.</summary>
    /// <param name="body">Code of the body.</param>
    /// <param name="anyAppeal">Whether others' appeals are wanted.</param>
    /// <param name="after">Only what has waited less long than what is at this place in the ledger; null for all.</param>
    public static RowSelection<CredentialStanding> InCase(string body, bool anyAppeal, long? after) => new(
        "(data #>> '{open,since}')::bigint > $1 and (data #>> '{open,since}')::bigint > 0 and (data -> 'document' ->> 'issuer' = $2 or $3 and (data #> '{open,appeal}')::boolean)", "(data #>> '{open,since}')::bigint", [after ?? 0, body, anyAppeal],
        row => row.Open is { } open && open.Since > (after ?? 0) && (row.Document.Issuer == body || anyAppeal && open.Appeal), (one, other) => one.Open!.Since.CompareTo(other.Open!.Since));

    // As PostgreSQL orders text and uuid.
    private static int InOrder(DateOnly? one, Guid oneId, DateOnly? other, Guid otherId) => Nullable.Compare(one, other) is not 0 and var days ? days : string.CompareOrdinal(oneId.ToString("N"), otherId.ToString("N"));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The standing on a day, computed from dates.</summary>
    public Standing On(DateOnly day) =>
        RevokedFrom <= day ? Standing.Revoked
        : ReplacedFrom <= day ? Standing.Replaced
        : day < ValidFrom ? Standing.NotYetValid
        : ValidUntil < day ? Standing.Expired
        : SuspendedOn(day) is not null ? Standing.Suspended
        : Standing.Valid;

    /// <summary>The suspension that a day falls into; null for none.</summary>
    public SuspensionSpan? SuspendedOn(DateOnly day) => Suspensions.LastOrDefault(s => s.Holds(day));
}

/// <summary>A notice that waits for the body's decision, or an appeal that waits for its ruling.</summary>
/// <param name="Since">Place in the ledger of the notice or of the appeal.</param>
/// <param name="Appeal">Whether it is an appeal.</param>
public sealed record OpenCase(long Since, bool Appeal);

/// <summary>How a credential stands on a day.</summary>
public enum Standing
{
    /// <summary>In force.</summary>
    [JsonStringEnumMemberName("valid")] Valid,

    /// <summary>Its first day has not come.</summary>
    [JsonStringEnumMemberName("not-yet-valid")] NotYetValid,

    /// <summary>Its last day has passed.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Withdrawn for good.</summary>
    [JsonStringEnumMemberName("revoked")] Revoked,

    /// <summary>It counts no more until it is reinstated.</summary>
    [JsonStringEnumMemberName("suspended")] Suspended,

    /// <summary>Another credential of the same decision, with the name that the holder has now, took its place.</summary>
    [JsonStringEnumMemberName("replaced")] Replaced,
}
