using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A certification decision, and the id of the credential that carries it out, whether or not it is issued yet; null for a refusal.</summary>
public sealed record DecisionView(Guid Id, Guid Person, Guid Scheme, string Body, Ruling Ruling, IReadOnlyList<Guid> Results,
    IReadOnlyList<Guid> Completions, IReadOnlyList<Guid>? Awards, Guid DecidedBy, DateOnly DecidedOn, Guid? Credential)
{
    /// <summary>Show a decision.</summary>
    [WolverineGet("/api/decisions/{decisionId:guid}"), Personal("decision")]
    public static Task<IResult> Get(Guid decisionId, Viewer viewer, CancellationToken token) =>
        viewer.Personal<Decision>(decisionId, Decision.Missing, d => d.Decided.Person, decision => Of(decision.Decided), token);

    private static DecisionView Of(CertificationDecided d) => new(d.Decision, d.Person, d.Scheme, d.Body, d.Ruling, d.Results, d.Completions, d.Awards,
        d.DecidedBy, d.DecidedOn, d.Ruling is Ruling.Granted ? Domain.Credentials.Credential.IdOf(d.Decision) : null);
}
