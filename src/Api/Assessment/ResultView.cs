using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Assessment;

/// <summary>An assessment result: what was declared, every correction, and whether it counts. Scores are in hundredths of the possible points.</summary>
/// <param name="Id">The result.</param>
/// <param name="Person">The candidate.</param>
/// <param name="Framework">Code of the framework version.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Level">Level; null for a unit without levels.</param>
/// <param name="Grade">The grade that stands.</param>
/// <param name="Declared">What was declared first.</param>
/// <param name="Superseded">Every correction, in order.</param>
/// <param name="Annulled">Null while the result counts.</param>
public sealed record ResultView(Guid Id, Guid Person, string Framework, string Unit, int? Level, Grade Grade, ResultView.Declaration Declared,
    IReadOnlyList<ResultView.Correction> Superseded, ResultView.Annulment? Annulled)
{
    /// <summary>What was declared first.</summary>
    public sealed record Declaration(Grade Grade, int? Score, Instrument Instrument, IReadOnlyList<Guid> Examiners, DateOnly AssessedOn, Evidence Evidence);

    /// <summary>What stands in its place, and why; the remark is null where there is none or the person's data was erased.</summary>
    public sealed record Correction(Grade Grade, int? Score, IReadOnlyList<Guid> Examiners, SupersessionGround Ground, string? Remark);

    /// <summary>Why it counts no more; the remark is null where there is none or the person's data was erased.</summary>
    public sealed record Annulment(AnnulmentGround Ground, string? Remark);

    /// <summary>Show a result.</summary>
    [WolverineGet("/api/results/{resultId:guid}"), Personal("result")]
    public static Task<IResult> Get(Guid resultId, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<Result>(resultId, Result.Missing, r => r.Declared.Person, async result => await Of(result, sealer, token), token);

    private static async Task<ResultView> Of(Result result, Sealer sealer, CancellationToken token)
    {
        var d = result.Declared;
        var corrections = new List<Correction>();
        foreach (var s in result.Superseded)
            corrections.Add(new(s.Grade, s.Score, s.Examiners, s.Ground, await sealer.OpenRemark<ResultSuperseded>(s.Remark, token)));
        return new(d.Result, d.Person, d.Framework, d.Unit, d.Level, result.Grade,
            new(d.Grade, d.Score, d.Instrument, d.Examiners, d.AssessedOn, d.Evidence), corrections,
            result.Annulled is { } a ? new(a.Ground, await sealer.OpenRemark<ResultAnnulled>(a.Remark, token)) : null);
    }
}
