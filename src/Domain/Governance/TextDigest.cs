using System.Security.Cryptography;
using System.Text;

namespace CredentialLedger.Domain.Governance;

/// <summary>The digest by which a text is named wherever the text itself is not.</summary>
public static class TextDigest
{
    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of a file, 64 lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
