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
        var saysName = basis.Person is { } holder && (await SaysName(issued.Credential, holder, token) ?? throw new InvalidDataException($"The document of {issued.Credential} is not as it was signed."));
        var outcome = await issuing.Sign(deciding, basis, sign => command.Decide(deciding.State, replaced, basis, saysName, deciding.By, deciding.Today, sign), token);
        if (outcome.Events is not [CredentialIssued replacement]) return outcome;
        deciding.Work.Append(command.Credential, [ReplaceCredential.Closing(replacement, deciding.Today)], deciding.By, Ids.Derive("credential-closing", command.Credential.Key()));
        return await outbox.Announce(deciding.Work, issued.Document.Issuer, outcome);
    }

    /// <summary>What would be decided now; nothing is signed or queued for it. A credential whose document is not as it was signed is not offered.</summary>
    public async Task<Outcome> Foresee(Deciding<Credential> deciding, ReplaceCredential command, CancellationToken token)
    {
        if (await deciding.Work.Fold<Credential>(command.Credential, token) is not { Issued: var issued } replaced) return Credential.Missing;
        var basis = await issuing.Gather(deciding, issued.Decision, token);
        var outcome = Ask(false);
        // The document is read last: most pages need not.
        return outcome.Events.Count == 0 || await SaysName(issued.Credential, basis.Person!, token) is false ? outcome : Ask(true);

        Outcome Ask(bool saysName) => command.Decide(deciding.State, replaced, basis, saysName, deciding.By, deciding.Today, _ => issued.Document);
    }

    // Null where the document is not as it was signed.
    private async Task<bool?> SaysName(Guid credential, Person holder, CancellationToken token)
    {
        if (await documents.Read(credential, token) is not { } document || await sealer.KeyOf(holder.Id, token) is not { } key) return false;
        return Verify.Document(document, await trust.Current(token), null, clock.GetUtcNow()).Content is { Holder: var said } ? (said.NameTh, said.NameEn) == (key.NameOf(holder).Th, key.NameOf(holder).En) : null;
    }
}
