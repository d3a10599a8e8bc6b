using CredentialLedger.Api.EvidenceBundles;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>Gives an auditor an evidence bundle. That it was given is recorded first.</summary>
public static class ExportEvidenceEndpoint
{
    /// <summary>What is asked: exactly one of a person, a credential, an examiner, and the days of a period. <c>open</c> with the <c>recipient</c>'s certificate in PEM opens what is sealed, for them alone.</summary>
    public sealed record Body(Guid? Person = null, Guid? Credential = null, Guid? Examiner = null, DateOnly? From = null, DateOnly? Until = null, bool Open = false, string? Recipient = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Person: Guid.Parse("a0000000-0000-4000-8000-000000000001"));
    }

    /// <summary>The bundle (docs/formats/evidence.md), which <c>verifier evidence</c> checks without the ledger.</summary>
    [WolverinePost("/api/evidence"), Gives<ExportEvidence>]
    public static async Task<IResult> Post(Body body, HttpContext http, EventReader events, EvidenceMaker maker, Documents documents, Accesses accesses, TimeProvider clock, CancellationToken token)
    {
        var recipient = body.Recipient is null ? null : EvidenceRecipient.Parse(body.Recipient, clock.GetUtcNow());
        if (body.Recipient is not null && recipient is null) return Problem.Of(StatusCodes.Status422UnprocessableEntity, "evidence.bad-recipient", "recipient");
        if (KindOf(body) is not { } kind) return Problem.Of(ExportEvidence.BadSelection);
        var subject = kind is BundleKind.Credential ? await documents.HolderOf(body.Credential!.Value, token) : body.Person ?? body.Examiner;
        if (subject is null && kind is BundleKind.Credential) return Problem.Of(ExportEvidence.NothingFound);

        var (by, agreement) = (http.Features.GetRequiredFeature<Actor>(), await events.Fold<Agreement>(Agreement.TheId, token));
        var asked = new ExportEvidence(Guid.CreateVersion7(), kind, subject, body.Credential, body.From, body.Until, 0, body.Open, recipient?.Fingerprint);
        if (asked.Obstacle(agreement, by, clock.ThaiToday()) is { } obstacle) return Problem.Of(obstacle);
        var gathered = await maker.Gather(asked, token);
        asked = asked with { Events = gathered.Count };
        var outcome = asked.Decide(null, agreement, by, clock.ThaiToday());
        if (outcome.Rejection is { } rejection) return Problem.Of(rejection);
        var bundle = await maker.Make(gathered, asked, by, recipient, token);
        return await accesses.Exported(by, asked.Export, outcome.Events, token) ?? Results.File(bundle, "application/zip", $"{asked.Export:D}.zip");
    }

    private static BundleKind? KindOf(Body body) => (body.Person, body.Credential, body.Examiner, body.From is not null || body.Until is not null) switch
    {
        ({ }, null, null, false) => BundleKind.Person,
        (null, { }, null, false) => BundleKind.Credential,
        (null, null, { }, false) => BundleKind.Examiner,
        (null, null, null, true) => BundleKind.Period,
        _ => null,
    };
}
