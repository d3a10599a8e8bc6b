using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The number people read and type: <c>CL-XXXX-XXXX-XXXX-NN</c>, 60 bits that cannot be enumerated and a check code (ISO/IEC 7064 MOD 97-10).</summary>
public static class CredentialNumber
{
    // Crockford's base32: no I, L, O or U, so nothing is mistaken for 1, 0 or V.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 12;
    private static ReadOnlySpan<byte> Label => "credentialledger:credential-number:1"u8;

    /// <summary>The one number of a credential: from SHA-256 over a label and the id's 16 bytes in network order.</summary>
    public static string For(Guid credentialId)
    {
        var digest = SHA256.HashData([.. Label, .. credentialId.ToByteArray(bigEndian: true)]);
        Span<char> body = stackalloc char[Characters];
        for (var i = 0; i < Characters; i++) body[i] = Alphabet[FiveBits(digest, i * 5)];
        return $"CL-{body[..4]}-{body[4..8]}-{body[8..]}-{98 - Remainder(body, "00"):00}";
    }

    /// <summary>Whether the text has the exact form and its check code fits; finds every single wrong character and every two that changed places before the check code.</summary>
    public static bool IsWellFormed(string number)
    {
        if (number is not { Length: 20 } || !number.StartsWith("CL-", StringComparison.Ordinal)) return false;
        if (number[7] != '-' || number[12] != '-' || number[17] != '-') return false;
        string body = number[3..7] + number[8..12] + number[13..17], check = number[18..];
        return body.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            && check.All(char.IsAsciiDigit)
            && int.Parse(check, System.Globalization.CultureInfo.InvariantCulture) is >= 2 and <= 98
            && Remainder(body, check) == 1;
    }

    private static int FiveBits(byte[] digest, int bit)
    {
        var pair = (digest[bit / 8] << 8) | digest[bit / 8 + 1];
        return (pair >> (11 - bit % 8)) & 31;
    }

    // Over the value of the whole body, not over its letters as two digits each as in an IBAN: a digit in place of a letter would then
    // shift what follows, and one in a hundred such mistakes would go unseen.
    private static int Remainder(ReadOnlySpan<char> body, ReadOnlySpan<char> check)
    {
        var remainder = 0;
        foreach (var c in body) remainder = (remainder * 32 + Alphabet.IndexOf(c, StringComparison.Ordinal)) % 97;
        foreach (var c in check) remainder = (remainder * 10 + (c - '0')) % 97;
        return remainder;
    }
}
