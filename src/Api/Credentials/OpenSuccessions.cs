using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Credentials;

/// <summary>Finds out by the deciders whether a credential would be replaced or renewed by somebody now, as <see cref="OpenActs"/> does of the rest: these two rest on more than the credential and its holder.</summary>
public sealed class OpenSuccessions(WhoActs who, UnitOfWork work, CredentialReplacing replacing, TimeProvider clock)
{
    /// <summary>What they could do.</summary>
    public async Task<IReadOnlyList<OpenAct>> Of(Credential credential, Person? holder, Guid caller, CancellationToken token)
    {
        var found = new List<OpenAct>();
        if (await Of(credential, caller, Duties.IssueCredentials, token) is { } issuer && await IsReplaced(credential, issuer, token)) found.Add(new(CredentialAct.Replace, issuer.Organisation, []));
        if (await Renewal(credential, holder, caller, token) is { } renewal) found.Add(renewal);
        return found;
    }

    /// <summary>Whether they could decide to renew it; null where they could not.</summary>
    public async Task<OpenAct?> Renewal(Credential credential, Person? holder, Guid caller, CancellationToken token) =>
        await Of(credential, caller, Duties.DecideCertification, token) is { } decider && await IsRenewed(credential, holder, decider, token) ? new(CredentialAct.Renew, decider.Organisation, []) : null;

    private async Task<Actor?> Of(Credential credential, Guid caller, Duty duty, CancellationToken token) =>
        (await who.Entitled(caller, duty, token)).FirstOrDefault(by => by.Organisation == credential.Issued.Document.Issuer);

    private async Task<bool> IsReplaced(Credential credential, Actor by, CancellationToken token)
    {
        var command = new ReplaceCredential(credential.Issued.Credential, replacing.Test);
        return OpenActs.IsTaken(await replacing.Foresee(new(await work.Fold<Credential>(command.Id, token), by, clock.ThaiToday(), work), command, token));
    }

    // With nothing shown yet, the decider takes everything but that.
    private async Task<bool> IsRenewed(Credential credential, Person? holder, Actor by, CancellationToken token) => by.Person != credential.Issued.Person
        && new DecideRenewal(credential.Issued.Credential, Ruling.Refused, [], []).Decide(null, credential, await work.Fold<Credential>(Credential.RenewalOf(credential.Issued.Decision), token),
            await work.Fold<Scheme>(credential.Issued.Scheme, token), holder, [], [], [], by, clock.ThaiToday()).Rejection == DecideCertification.BadEvidence;
}
