using System.Security.Cryptography;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Works;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Issuing;

/// <summary>
/// Issues one credential: gathers what it rests on, lets the decider decide, signs, verifies its own output, and stores document and
/// event in one transaction. Its id and number follow from the decision, so whoever loses a race has nothing to give out.
/// </summary>
public sealed class CredentialIssuing(Issuers issuers, StatusPlaces places, PersonKeys keys, TrustPublisher trust, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>This ledger holds no signing key of the actor's organisation.</summary>
    public static readonly Rejection NoSigningKey = new("credential.no-signing-key", RejectionKind.Conflict);

    /// <summary>Whether everything issued here carries the test mark.</summary>
    public bool Test => programme.Test;

    /// <summary>Decide, and queue the signed document beside the event.</summary>
    public async Task<Outcome> Decide(Deciding<Credential> deciding, IssueCredential command, CancellationToken token)
    {
        var issuer = issuers.Find(deciding.By.Organisation);
        var basis = await Gather(deciding, command.Decision, issuer?.Reference.KeyId, token);
        if (deciding.State is not null || basis.Decision is null || basis.Scheme is null || basis.Person is null || basis.Agreement is null)
            return command.Decide(deciding.State, basis, deciding.By, deciding.Today, _ => throw new InvalidOperationException("Nothing is signed here."));
        if (issuer is not var (reference, key)) return NoSigningKey;
        if (await keys.Get(basis.Person.Id, token) is not { } holder) return Person.Erased;

        var framework = await deciding.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(basis.Scheme.Established.Framework), token);
        var (list, index) = await places.Choose(deciding.By.Organisation, token);
        var trusted = await trust.Knowing(reference.KeyId, token);
        byte[]? document = null;
        var outcome = command.Decide(deciding.State, basis, deciding.By, deciding.Today, terms =>
        {
            var content = Content(terms, basis, framework!, reference, holder, new StatusReference(list, index));
            document = CredentialDocument.Sign(content, key, clock.GetUtcNow());
            SelfCheck.Run(document, content, trusted, clock.GetUtcNow());
            return new SignedDocument(content.Number, reference.Code, reference.KeyId,
                Convert.ToHexStringLower(SHA256.HashData(document)), list.AbsoluteUri, index);
        });
        if (document is not null)
            Documents.Store(deciding.Work.Session, command.Id, CredentialNumber.For(command.Id), holder, list, index, document);
        return outcome;
    }

    private static async Task<IssueCredential.Basis> Gather(Deciding<Credential> d, Guid id, string? keyId, CancellationToken token)
    {
        var decision = await d.Work.Fold<Decision>(id, token);
        if (decision is not { Decided: var decided }) return new(null, null, null, null, [], [], [], null);
        var accreditation = Accreditation.IdOf(AccreditationKind.CertificationBody, d.By.Organisation);
        await d.Work.Load([Agreement.TheId, accreditation, decided.Scheme, decided.Person, .. decided.Results, .. decided.Completions, .. decided.Awards ?? [], .. keyId is null ? (Guid[])[] : [SigningKey.IdOf(keyId)]], token);
        var scheme = await d.Work.Fold<Scheme>(decided.Scheme, token);
        return new(await d.Work.Fold<Agreement>(Agreement.TheId, token), decision, scheme, await d.Work.Fold<Person>(decided.Person, token),
            await d.Work.FoldAll<Result>(decided.Results, token), await d.Work.FoldAll<Completion>(decided.Completions, token),
            await d.Work.FoldAll<Work>(scheme?.Established.Marks ?? [], token), keyId is null ? null : await d.Work.Fold<SigningKey>(SigningKey.IdOf(keyId), token))
        {
            Accreditation = await d.Work.Fold<Accreditation>(accreditation, token),
            Awards = await d.Work.FoldAll<Award>(decided.Awards ?? [], token),
        };
    }

    private CredentialContent Content(IssueCredential.Terms terms, IssueCredential.Basis basis, FrameworkVersion framework,
        IssuerReference issuer, PersonKey holder, StatusReference status)
    {
        var (registered, scheme) = (basis.Person!.Registered, basis.Scheme!.Established);
        var name = holder.Open<PersonRegistered, PersonName>("name", registered.Name);
        var identity = IdentityHash.Of(NationalIds.Of(registered, holder), RandomNumberGenerator.GetBytes(16));
        return new CredentialContent(terms.Credential, CredentialNumber.For(terms.Credential), terms.ValidFrom, terms.ValidUntil, terms.Test, issuer,
            new HolderReference(name.Th, name.En, identity),
            new Achievement(framework.Code, scheme.Code, scheme.Unit, scheme.Level, scheme.TitleTh, scheme.TitleEn, basis.Decision!.Decided.DecidedOn),
            new ProgrammeNotice(terms.Notice.Th, terms.Notice.En),
            status, programme.LogOrigin);
    }
}
