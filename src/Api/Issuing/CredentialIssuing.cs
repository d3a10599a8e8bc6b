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
using CredentialLedger.Projections.Writing;
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
        var release = await Prepare(deciding, command, new IssuingSupplies(keys, places), token);
        var outcome = release.Decide();
        release.Store(deciding.Work.Session);
        return outcome;
    }

    /// <summary>Read everything that the decision to release rests on; what is left to do needs no database, so that many are signed at the same time.</summary>
    public async Task<CredentialRelease> Prepare(Deciding<Credential> deciding, IssueCredential command, IssuingSupplies supplies, CancellationToken token)
    {
        var issuer = issuers.Find(deciding.By.Organisation);
        var basis = await Gather(deciding, command.Decision, issuer?.Reference.KeyId, token);
        if (deciding.State is not null || basis.Decision is null || basis.Scheme is null || basis.Person is null || basis.Agreement is null)
            return CredentialRelease.Of(command.Decide(deciding.State, basis, deciding.By, deciding.Today, _ => throw new InvalidOperationException("Nothing is signed here.")));
        if (issuer is not var (reference, key)) return CredentialRelease.Of(NoSigningKey);
        if (await supplies.Key(basis.Person.Id, token) is not { } holder) return CredentialRelease.Of(Person.Erased);

        var framework = await deciding.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(basis.Scheme.Established.Framework), token);
        var place = await supplies.Place(deciding.By.Organisation, token);
        var trusted = await trust.Knowing(reference.KeyId, token);
        return new CredentialRelease(command.Id, holder, place, sign => command.Decide(deciding.State, basis, deciding.By, deciding.Today, terms =>
        {
            var content = Content(terms, basis, framework!, reference, holder, place);
            var document = CredentialDocument.Sign(content, key, clock.GetUtcNow());
            SelfCheck.Run(document, content, trusted, clock.GetUtcNow());
            sign(document);
            return new SignedDocument(content.Number, reference.Code, reference.KeyId,
                Convert.ToHexStringLower(SHA256.HashData(document)), place.List.AbsoluteUri, place.Index);
        }));
    }

    /// <summary>Read at once what <see cref="Prepare"/> needs for each of these decisions, and fetch what it takes; what is missing, it reads itself.</summary>
    public async Task<IssuingSupplies> Foresee(UnitOfWork work, IReadOnlyList<Guid> decisions, string issuer, CancellationToken token)
    {
        await work.Load([.. decisions, .. decisions.Select(Credential.IdOf)], token);
        var decided = new List<CertificationDecided>();
        foreach (var id in decisions)
        {
            try
            {
                if (await work.Fold<Decision>(id, token) is { Decided: var one }) decided.Add(one);
            }
            catch (OtherStreamException)
            {
                // No decision: that is said when its turn comes.
            }
        }
        await work.Load(decided.SelectMany(d => (Guid[])[d.Scheme, d.Person, .. d.Results, .. d.Completions]), token);
        var supplies = new IssuingSupplies(keys, places);
        await supplies.Fetch([.. decided.Select(d => d.Person).Distinct()], issuer, decided.Count, token);
        return supplies;
    }

    private static async Task<IssueCredential.Basis> Gather(Deciding<Credential> d, Guid id, string? keyId, CancellationToken token)
    {
        var decision = await d.Work.Fold<Decision>(id, token);
        if (decision is not { Decided: var decided }) return new(null, null, null, null, [], [], [], null);
        var accreditation = Accreditation.IdOf(AccreditationKind.CertificationBody, d.By.Organisation);
        await d.Work.Load([Agreement.TheId, accreditation, decided.Scheme, decided.Person, .. decided.Results, .. decided.Completions, .. keyId is null ? (Guid[])[] : [SigningKey.IdOf(keyId)]], token);
        var scheme = await d.Work.Fold<Scheme>(decided.Scheme, token);
        return new(await d.Work.Fold<Agreement>(Agreement.TheId, token), decision, scheme, await d.Work.Fold<Person>(decided.Person, token),
            await d.Work.FoldAll<Result>(decided.Results, token), await d.Work.FoldAll<Completion>(decided.Completions, token),
            await d.Work.FoldAll<Work>(scheme?.Established.Marks ?? [], token), keyId is null ? null : await d.Work.Fold<SigningKey>(SigningKey.IdOf(keyId), token))
        {
            Accreditation = await d.Work.Fold<Accreditation>(accreditation, token),
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
