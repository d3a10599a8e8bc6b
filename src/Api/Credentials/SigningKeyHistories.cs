using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Credentials;

/// <summary>Reads a signing key with everything that happened to it, and finds out what the caller can do.</summary>
public sealed class SigningKeyHistories(SigningKeyring keyring, EventReader events, WhoActs who, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>Show it.</summary>
    public async Task<IResult> Show(string id, CancellationToken token)
    {
        if (await keyring.Of(id, token) is not var (key, history)) return Problem.Of(SigningKey.Missing);
        var officers = await who.Entitled(signedIn.Who().Principal!.Id, Duties.KeepKeys, token);
        var acts = OpenKeyActs.Of(key, await keyring.All(token), await events.Fold<Agreement>(Agreement.TheId, token), officers, clock.ThaiToday());
        return Results.Ok(new SigningKeyView(SigningKeysView.Of(key), acts, [.. history.Select(Of)]));
    }

    private static SigningKeyView.Entry Of(Recorded e) => new(e.At, EventCatalogue.NameOf(e.Data), e.By.Organisation,
        e.Data switch { SigningKeyRegistered r => r.From, SigningKeyRotated r => r.From, SigningKeyCeased c => c.From, SigningKeyCompromised c => c.From, _ => null },
        (e.Data as SigningKeyRotated)?.Successor,
        e.Data switch { SigningKeyCompromised c => c.Reference, SigningKeyDeclaredFraudulent f => f.Reference, _ => null });
}
