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

    /// <summary>Whether these results, completions and awards, as far as they are in force, meet every requirement on a day.</summary>
    public bool MetBy(IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, IReadOnlyCollection<Award> awards, DateOnly on) =>
        Established.Requirements.All(r => r.MetBy(Established.Framework, results, completions, awards, on));

    /// <summary>Last day of a credential that is valid from <paramref name="from"/>; null without end.</summary>
    public DateOnly? ValidUntil(DateOnly from) => LastDay.After(from, Established.ValidityMonths);

    /// <inheritdoc/>
    public static Scheme? Evolve(Scheme? state, LedgerEvent e) => (state, e) switch
    {
        (null, SchemeEstablished established) => new(established),
        _ => throw new ImpossibleEventException(typeof(Scheme), e),
    };
}
