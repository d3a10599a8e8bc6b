using System.Buffers.Text;
using System.Security.Cryptography;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.LedgerKeys;

namespace CredentialLedger.Api.Verification;

/// <summary>
/// The secrets of share links (docs/design/0031-share-links-and-receipts.md): derived from a link's id under a key of the ledger's, so that none is stored, in the open or
/// hashed, and the holder can be shown a link again.
/// </summary>
public sealed class ShareSecrets(LedgerKeyring keys, ProgrammeSettings programme)
{
    private const int IdLength = 16, SecretLength = 16;

    /// <summary>The link's address, which holds its secret. In the query: paths are traced and named in logs, queries are not.</summary>
    public Uri AddressOf(Guid link) => new(programme.PublicUri, $"/verify/link?t={TokenOf(link, keys.Secrets(KeyKind.ShareLinks).First())}");

    /// <summary>The link that a token is of; null for anything that this ledger did not give out. Takes as long for a link that never was, since it looks nowhere.</summary>
    public Guid? LinkIn(string token)
    {
        if (!Base64Url.IsValid(token, out var length) || length != IdLength + SecretLength) return null;
        var link = new Guid(Base64Url.DecodeFromChars(token).AsSpan(0, IdLength), bigEndian: true);
        var given = System.Text.Encoding.UTF8.GetBytes(token);
        // Under any key that counts, and in the same time whichever it is.
        return keys.Secrets(KeyKind.ShareLinks).Aggregate(false, (fits, key) => fits | CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(TokenOf(link, key)), given)) ? link : null;
    }

    private static string TokenOf(Guid link, byte[] key)
    {
        var id = link.ToByteArray(bigEndian: true);
        return Base64Url.EncodeToString([.. id, .. HMACSHA256.HashData(key, (byte[])[.. "credentialledger/1/share-link\n"u8, .. id])[..SecretLength]]);
    }
}
