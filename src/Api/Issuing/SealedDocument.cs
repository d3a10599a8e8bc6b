using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Issuing;

/// <summary>A signed document as it is stored: encrypted under its holder's key, with its place in a status list.</summary>
/// <param name="Credential">Whose document it is.</param>
/// <param name="Holder">The person whose key opens it.</param>
/// <param name="Place">Where its status is told.</param>
/// <param name="Nonce">12 bytes.</param>
/// <param name="Ciphertext">AES-256-GCM, with the tag.</param>
public sealed record SealedDocument(Guid Credential, Guid Holder, StatusReference Place, byte[] Nonce, byte[] Ciphertext)
{
    /// <summary>What the ciphertext is bound to, beside its credential: it opens nowhere else.</summary>
    internal const string Label = "credential-document";

    /// <summary>Encrypt a document for its holder.</summary>
    public static SealedDocument Of(Guid credential, PersonKey holder, StatusReference place, byte[] document)
    {
        var (nonce, ciphertext) = holder.Encrypt(Label, credential.ToString("D"), document);
        return new(credential, holder.Person, place, nonce, ciphertext);
    }
}
