using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A credential with all that happened to it, in full, and what the caller can do about it now. Names and texts are null once the holder's data was erased.</summary>
/// <param name="Credential">How it stands today.</param>
/// <param name="Holder">The holder's name.</param>
/// <param name="Scheme">What it certifies.</param>
/// <param name="Formats">The formats in which its document is given out.</param>
/// <param name="Pending">What it waits for; null for nothing.</param>
/// <param name="Acts">What would be taken from the caller now.</param>
/// <param name="Entries">What happened, in the order of recording.</param>
public sealed record CredentialHistoryView(CredentialView Credential, PersonName? Holder, SchemeView Scheme, IReadOnlyList<string> Formats, Pending? Pending,
    IReadOnlyList<OpenAct> Acts, IReadOnlyList<CredentialHistoryView.Entry> Entries)
{
    /// <summary>One event of the credential.</summary>
    /// <param name="Recorded">When it was recorded.</param>
    /// <param name="Type">Stored name of the event.</param>
    /// <param name="By">Who acted: their id, never their name.</param>
    /// <param name="Organisation">For which organisation; <c>holder</c> for the holder.</param>
    /// <param name="Ground">Why, of a notice or a revocation.</param>
    /// <param name="SuspensionGround">Why, of a suspension.</param>
    /// <param name="Until">Last day to answer a notice, or to appeal against a revocation.</param>
    /// <param name="Text">What was written.</param>
    /// <param name="Renewals">The later renewals that a notice or a revocation is about too.</param>
    /// <param name="With">The credential with whose revocation this one was revoked; null for none.</param>
    public sealed record Entry(DateTimeOffset Recorded, string Type, Guid By, string Organisation, Ground? Ground, SuspensionGround? SuspensionGround, DateOnly? Until, string? Text,
        IReadOnlyList<Guid> Renewals, Guid? With);

    /// <summary>Show it, to the holder and to who may read their record.</summary>
    [WolverineGet("/api/credentials/{credentialId:guid}/history"), Personal("credential-history")]
    public static Task<IResult> Get(Guid credentialId, CredentialHistories histories, CancellationToken token) => histories.Show(credentialId, token);
}
