using CredentialLedger.Api.Http;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>A signing key with all that happened to it, and what the caller can do about it now.</summary>
/// <param name="Key">How it stands.</param>
/// <param name="Acts">What would be taken from the caller now.</param>
/// <param name="Entries">What happened, in the order of recording.</param>
public sealed record SigningKeyView(SigningKeysView.RegisteredKey Key, IReadOnlyList<OpenKeyAct> Acts, IReadOnlyList<SigningKeyView.Entry> Entries)
{
    /// <summary>One event of the key.</summary>
    /// <param name="Recorded">When it was recorded.</param>
    /// <param name="Type">Stored name of the event.</param>
    /// <param name="Organisation">For which organisation somebody acted.</param>
    /// <param name="From">The day from which it signs, signs no more, or may be somebody else's; null of a fraud, which has none.</param>
    /// <param name="Successor">The key that signs instead, of a rotation.</param>
    /// <param name="Reference">Number of the document that says why, of a compromise or a fraud.</param>
    public sealed record Entry(DateTimeOffset Recorded, string Type, string Organisation, DateOnly? From, string? Successor, string? Reference);

    /// <summary>Show a key with its history.</summary>
    [WolverineGet("/api/signing-keys/{key}"), SignedIn]
    public static Task<IResult> Get(string key, SigningKeyHistories histories, CancellationToken token) => histories.Show(key, token);
}
