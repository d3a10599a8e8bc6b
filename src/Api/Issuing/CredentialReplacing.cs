using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Verifier;
using Wolverine.Marten;

namespace CredentialLedger.Api.Issuing;

/// <summary>
/// Replaces one credential: the new one's event, the document and the event that closes the old one's stream are one transaction, so that
/// there is no moment at which both count or none. Whoever else wrote to either stream meanwhile makes it fail, and nothing is given out.
/// </summary>
public sealed class CredentialReplacing(CredentialIssuing issuing, Documents documents, TrustPublisher trust, Sealer sealer, IMartenOutbox outbox, TimeProvider clock)
{
    /// <summary>Whether everything replaced here carries the test mark.</summary>
    public bool Test => issuing.Test;

    /// <summary>Decide, and queue what closes the replaced one's stream.</summary>
    public async Task<Outcome> Decide(Deciding<Credential> deciding, ReplaceCredential command, CancellationToken token)
    {
        if (await deciding.Work.Fold<Credential>(command.Credential, token) is not { Issued: var issued } replaced) return Credential.Missing;
        var basis = await issuing.Gather(deciding, issued.Decision, token);
        var saysName = basis.Person is { } holder && await SaysName(issued.Credential, holder, token);
        var outcome = await issuing.Sign(deciding, basis, sign => command.Decide(deciding.State, replaced, basis, saysName, deciding.By, deciding.Today, sign), token);
        if (outcome.Events is not [CredentialIssued replacement]) return outcome;
        deciding.Work.Append(command.Credential, [ReplaceCredential.Closing(replacement, deciding.Today)], deciding.By, Ids.Derive("credential-closing", command.Credential.Key()));
        return await outbox.Announce(deciding.Work, issued.Document.Issuer, outcome);
    }

    private async Task<bool> SaysName(Guid credential, Person holder, CancellationToken token)
    {
        if (await documents.Read(credential, token) is not { } document || await sealer.KeyOf(holder.Id, token) is not { } key) return false;
        var content = Verify.Document(document, await trust.Current(token), null, clock.GetUtcNow()).Content ?? throw new InvalidDataException($"The document of {credential} is not as it was signed.");
        return key.NameOf(holder) is var name && (content.Holder.NameTh, content.Holder.NameEn) == (name.Th, name.En);
    }
}
