using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A certification decision, and the id of the credential that carries it out, whether or not it is issued yet; null for a refusal. A renewal names the decision that it renews.</summary>
public sealed record DecisionView(Guid Id, Guid Person, Guid Scheme, string Body, Ruling Ruling, IReadOnlyList<Guid> Results,
    IReadOnlyList<Guid> Completions, IReadOnlyList<Guid>? Awards, Guid DecidedBy, DateOnly DecidedOn, Guid? Credential, Guid? Renews, DecisionView.Aside? SetAside)
{
    /// <summary>That nobody could carry it out, and that it waits no more.</summary>
    /// <param name="Hindrance">Code of what stood in the way.</param>
    /// <param name="Reasons">Why it was set aside; null once the candidate's data was erased.</param>
    /// <param name="By">The person who set it aside.</param>
    /// <param name="On">Day in Thailand.</param>
    public sealed record Aside(string Hindrance, string? Reasons, Guid By, DateOnly On);

    /// <summary>Show a decision.</summary>
    [WolverineGet("/api/decisions/{decisionId:guid}"), Personal("decision")]
    public static Task<IResult> Get(Guid decisionId, Viewer viewer, Sealer sealer, CancellationToken token) =>
        viewer.Personal<Decision>(decisionId, Decision.Missing, d => d.Decided.Person, async d => (object)Of(d.Decided, d.SetAside is not { } a ? null
            : new(a.Hindrance, await sealer.OpenText<DecisionSetAside>("reasons", a.Reasons, token), a.SetAsideBy, a.SetAsideOn)), token);

    private static DecisionView Of(CertificationDecided d, Aside? aside) => new(d.Decision, d.Person, d.Scheme, d.Body, d.Ruling, d.Results, d.Completions, d.Awards,
        d.DecidedBy, d.DecidedOn, d.Ruling is Ruling.Granted ? Domain.Credentials.Credential.IdOf(d) : null, d.Renews, aside);
}
