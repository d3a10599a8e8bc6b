using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>Base64 in its one spelling, found out by spelling it again: not the way that the strict path takes.</summary>
internal static class DomBase64
{
    public static byte[] Base64(this StrictValues values, string text, int minimum, int maximum)
    {
        var bytes = OrNull(text);
        var fits = bytes is not null && bytes.Length >= minimum && bytes.Length <= maximum;
        values.Require(fits);
        return fits ? bytes! : [];
    }

    public static byte[]? OrNull(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
