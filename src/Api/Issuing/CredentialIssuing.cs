using System.Security.Cryptography;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
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
    public async Task<Outcome> Decide(Deciding<Credential> deciding, IssueCredential command, CancellationToken token) =>
        Carry(await Prepare(deciding, command, new IssuingSupplies(keys, places), token), deciding);

    /// <summary>Let a decider decide that may ask for one signed document, and queue it beside the event.</summary>
    internal async Task<Outcome> Sign(Deciding<Credential> deciding, IssueCredential.Basis basis, Func<Func<IssueCredential.Terms, SignedDocument>, Outcome> decide, CancellationToken token) =>
        Carry(await Prepare(deciding, basis, decide, new IssuingSupplies(keys, places), token), deciding);

    private static Outcome Carry(CredentialRelease release, Deciding<Credential> deciding)
    {
        var outcome = release.Decide();
        if (release.Sealed is { } document) Documents.Store(deciding.Work.Session, [document]);
        return outcome;
    }

    /// <summary>Read everything that the decision to release rests on; what is left to do needs no database, so that many are signed at the same time.</summary>
    public async Task<CredentialRelease> Prepare(Deciding<Credential> deciding, IssueCredential command, IssuingSupplies supplies, CancellationToken token)
    {
        var basis = await Gather(deciding, command.Decision, token);
        // Who sets the decision aside or revokes what it renews writes to other streams than this.
        if (deciding.State is null && basis.Decision is not null) deciding.Work.Hold(basis.Renewed is { Issued.Credential: var renewed } ? [command.Decision, renewed] : [command.Decision]);
        return await Prepare(deciding, basis, sign => command.Decide(deciding.State, basis, deciding.By, deciding.Today, sign), supplies, token);
    }

    private async Task<CredentialRelease> Prepare(Deciding<Credential> deciding, IssueCredential.Basis basis,
        Func<Func<IssueCredential.Terms, SignedDocument>, Outcome> decide, IssuingSupplies supplies, CancellationToken token)
    {
        if (deciding.State is not null || basis.Decision is null || basis.Scheme is null || basis.Person is null || basis.Agreement is null)
            return CredentialRelease.Of(decide(_ => throw new InvalidOperationException("Nothing is signed here.")));
        if (issuers.Find(deciding.By.Organisation) is not var (reference, key)) return CredentialRelease.Of(NoSigningKey);
        if (await supplies.Key(basis.Person.Id, token) is not { } holder) return CredentialRelease.Of(Person.Erased);

        var framework = await deciding.Work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(basis.Scheme.Established.Framework), token);
        var place = await supplies.Place(deciding.By.Organisation, token);
        var trusted = await trust.Knowing(reference.KeyId, token);
        return new CredentialRelease(holder, place, keep => decide(terms =>
        {
            var content = Content(terms, basis, framework!, reference, holder, place);
            var document = CredentialDocument.Sign(content, key, clock.GetUtcNow());
            SelfCheck.Run(document, content, trusted, clock.GetUtcNow());
            keep(content.Id, document);
            return new SignedDocument(content.Number, reference.Code, reference.KeyId,
                Convert.ToHexStringLower(SHA256.HashData(document)), place.List.AbsoluteUri, place.Index);
        }));
    }

    /// <summary>Read at once what <see cref="Prepare(Deciding{Credential}, IssueCredential, IssuingSupplies, CancellationToken)"/> needs for each of these decisions, and fetch what it takes; what is missing, it reads itself.</summary>
    /// <param name="work">Where to read.</param>
    /// <param name="part">Each decision with the credential that carries it out.</param>
    /// <param name="issuer">Code of the body that issues.</param>
    /// <param name="token">To give up.</param>
    public async Task<IssuingSupplies> Foresee(UnitOfWork work, IReadOnlyList<(Guid Decision, Guid Credential)> part, string issuer, CancellationToken token)
    {
        await work.Load(part.Select(p => p.Credential), token);
        var decided = await Load(work, part.Select(p => p.Decision), token);
        var supplies = new IssuingSupplies(keys, places);
        await supplies.Fetch([.. decided.Select(d => d.Person).Distinct()], issuer, decided.Count, token);
        return supplies;
    }

    /// <summary>What an actor who issued today would be told of each of these decisions, none of which is carried out, and what stands in the way of a credential for good; nothing is signed.</summary>
    public async Task<IReadOnlyDictionary<Guid, (Rejection? Refusal, Rejection? Hindrance)>> Outlook(UnitOfWork work, IReadOnlyList<Guid> decisions, Actor by, DateOnly today, CancellationToken token)
    {
        await work.Load(decisions, token);
        await Load(work, decisions, token);
        var outlook = new Dictionary<Guid, (Rejection?, Rejection?)>();
        foreach (var id in decisions)
        {
            var basis = await BasisOf(work, id, by.Organisation, token);
            var refusal = new IssueCredential(id, Test).Decide(null, basis, by, today, _ => Unsigned).Rejection;
            outlook[id] = (refusal ?? (issuers.Find(by.Organisation) is null ? NoSigningKey : null), basis.Hindrance(today));
        }
        return outlook;
    }

    private static readonly SignedDocument Unsigned = new("", "", "", "", "", 0);

    private static async Task<List<CertificationDecided>> Load(UnitOfWork work, IEnumerable<Guid> decisions, CancellationToken token)
    {
        var decided = new List<CertificationDecided>();
        foreach (var id in decisions)
        {
            if (await Decided(work, id, token) is { } one) decided.Add(one);
        }
        await work.Load(decided.SelectMany(d => (Guid[])[d.Scheme, d.Person, .. d.Results, .. d.Completions, .. d.Awards ?? []]), token);
        return decided;
    }

    /// <summary>What was decided under that id; null where it is nothing, or something else: whoever decides on it says so.</summary>
    public static async Task<CertificationDecided?> Decided(UnitOfWork work, Guid decision, CancellationToken token)
    {
        try
        {
            return (await work.Fold<Decision>(decision, token))?.Decided;
        }
        catch (OtherStreamException)
        {
            return null;
        }
    }

    /// <summary>What a credential of a decision rests on.</summary>
    internal Task<IssueCredential.Basis> Gather(Deciding<Credential> d, Guid id, CancellationToken token) => BasisOf(d.Work, id, d.By.Organisation, token);

    /// <summary>What a credential of a decision would rest on, issued for a body.</summary>
    public async Task<IssueCredential.Basis> BasisOf(UnitOfWork work, Guid id, string body, CancellationToken token)
    {
        var keyId = issuers.Find(body)?.Reference.KeyId;
        var decision = await work.Fold<Decision>(id, token);
        if (decision is not { Decided: var decided }) return new(null, null, null, null, [], [], [], null);
        var accreditation = Accreditation.IdOf(AccreditationKind.CertificationBody, body);
        await work.Load([Agreement.TheId, accreditation, decided.Scheme, decided.Person, .. decided.Results, .. decided.Completions, .. decided.Awards ?? [], .. keyId is null ? (Guid[])[] : [SigningKey.IdOf(keyId)]], token);
        var scheme = await work.Fold<Scheme>(decided.Scheme, token);
        return new(await work.Fold<Agreement>(Agreement.TheId, token), decision, scheme, await work.Fold<Person>(decided.Person, token),
            await work.FoldAll<Result>(decided.Results, token), await work.FoldAll<Completion>(decided.Completions, token),
            await work.FoldAll<Work>(scheme?.Established.Marks ?? [], token), keyId is null ? null : await work.Fold<SigningKey>(SigningKey.IdOf(keyId), token))
        {
            Accreditation = await work.Fold<Accreditation>(accreditation, token),
            Renewed = decided.Renews is { } renewed ? await Latest(work, renewed, token) : null,
            Awards = await work.FoldAll<Award>(decided.Awards ?? [], token),
        };
    }

    // The credential of a decision, or what took its place: each stream names the next.
    private static async Task<Credential?> Latest(UnitOfWork work, Guid decision, CancellationToken token)
    {
        if (await work.Fold<Decision>(decision, token) is not { Decided: var decided }) return null;
        var credential = await work.Fold<Credential>(Credential.IdOf(decided), token);
        while (credential?.Replaced is { Successor: var next }) credential = await work.Fold<Credential>(next, token);
        return credential;
    }

    private CredentialContent Content(IssueCredential.Terms terms, IssueCredential.Basis basis, FrameworkVersion framework,
        IssuerReference issuer, PersonKey holder, StatusReference status)
    {
        var (name, scheme) = (holder.NameOf(basis.Person!), basis.Scheme!.Established);
        var identity = IdentityHash.Of(NationalIds.Of(basis.Person!.Registered, holder), RandomNumberGenerator.GetBytes(16));
        return new CredentialContent(terms.Credential, CredentialNumber.For(terms.Credential), terms.ValidFrom, terms.ValidUntil, terms.Test, issuer,
            new HolderReference(name.Th, name.En, identity),
            new Achievement(framework.Code, scheme.Code, scheme.Unit, scheme.Level, scheme.TitleTh, scheme.TitleEn, basis.Decision!.Decided.DecidedOn),
            new ProgrammeNotice(terms.Notice.Th, terms.Notice.En),
            status, programme.LogOrigin);
    }
}
