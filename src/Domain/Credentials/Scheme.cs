using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A certification scheme (row R-CERT).</summary>
public sealed record Scheme(SchemeEstablished Established) : IEvolve<Scheme>
{
    /// <summary>No scheme with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("scheme.missing", RejectionKind.Missing, "scheme");

    /// <summary>The organisation is not one that may decide and issue under the scheme.</summary>
    public static readonly Rejection NotAnIssuer = new("scheme.not-an-issuer", RejectionKind.Forbidden);

    /// <summary>Whether these results and completions, all in force, meet every requirement.</summary>
    public bool MetBy(IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions) =>
        Meet(Established.Requirements, results, completions);

    /// <summary>Whether those of these results and completions that are of a day after the first of the credential meet every requirement of its renewal: nothing is shown twice.</summary>
    public bool RenewalMetBy(IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, DateOnly first) => Established.Renewal is { } renewal
        && Meet(renewal.Requirements, [.. results.Where(r => r.Declared.AssessedOn > first)], [.. completions.Where(c => c.Recorded.CompletedOn > first)]);

    private bool Meet(IEnumerable<Requirement> requirements, IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions) =>
        requirements.All(r => r.Course is { } course
            ? completions.Any(c => c.Annulled is null && c.Recorded.Course == course)
            : results.Any(a => a.Competent && a.Declared.Framework == Established.Framework && a.Declared.Unit == r.Unit && a.Declared.Level == r.Level));

    /// <summary>
    /// Last day of a credential that is valid from <paramref name="from"/>, null without end: the day before the one that corresponds
    /// to the first; where the last month has no such day, its last day (Civil and Commercial Code, section 193/5).
    /// </summary>
    public DateOnly? ValidUntil(DateOnly from)
    {
        if (Established.ValidityMonths is not { } months) return null;
        var then = from.AddMonths(months);
        return then.Day == from.Day ? then.AddDays(-1) : then;
    }

    /// <inheritdoc/>
    public static Scheme? Evolve(Scheme? state, LedgerEvent e) => (state, e) switch
    {
        (null, SchemeEstablished established) => new(established),
        _ => throw new ImpossibleEventException(typeof(Scheme), e),
    };
}
