using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Assessment;

/// <summary>An assessment result as it stands: declared, perhaps superseded, perhaps annulled (row R-ASSESS).</summary>
/// <param name="Declared">What was declared first.</param>
/// <param name="Superseded">Every correction, in order; the last one stands.</param>
/// <param name="Annulled">Null while the result counts.</param>
public sealed record Result(ResultDeclared Declared, ValueList<ResultSuperseded> Superseded, ResultAnnulled? Annulled) : IEvolve<Result>
{
    /// <summary>No result with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("result.missing", RejectionKind.Missing, "result");

    /// <summary>The grade that stands.</summary>
    public Grade Grade => Superseded.Count > 0 ? Superseded[^1].Grade : Declared.Grade;

    /// <summary>Everybody who ever examined for this result, corrections included.</summary>
    public IEnumerable<Guid> Examiners => Declared.Examiners.Concat(Superseded.SelectMany(s => s.Examiners));

    /// <summary>Whether it shows competence and counts.</summary>
    public bool Competent => Annulled is null && Grade is Grade.Competent;

    /// <inheritdoc/>
    public static Result? Evolve(Result? state, LedgerEvent e) => (state, e) switch
    {
        (null, ResultDeclared declared) => new(declared, [], null),
        ({ Annulled: null } result, ResultSuperseded superseded) => result with { Superseded = [.. result.Superseded, superseded] },
        ({ Annulled: null } result, ResultAnnulled annulled) => result with { Annulled = annulled },
        _ => throw new ImpossibleEventException(typeof(Result), e),
    };
}
