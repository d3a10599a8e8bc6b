namespace CredentialLedger.Domain.Kernel;

/// <summary>The one spelling of a file's digest.</summary>
public static class Digest
{
    /// <summary>Whether the text is a SHA-256: 64 lower-case hexadecimal digits.</summary>
    public static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
