using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Verification;

/// <summary>
/// The check code that is printed behind a credential's number (docs/design/0030-verifying-online.md): 40 bits that only the ledger can compute, so that whoever asks by
/// number has the paper before them. The two digits inside a number only find slips of the pen, and are no secret.
/// </summary>
public sealed class CheckCodes(LedgerKeyring keys)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base32
    private const int Characters = 8;

    /// <summary>The code of a number, as it is printed from now on: <c>XXXX-XXXX</c>.</summary>
    public string Of(string number) => Of(number, keys.Secrets(KeyKind.CheckCodes).First());

    private static string Of(string number, byte[] key)
    {
        var digest = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"credentialledger/1/check-code\n{number}"));
        Span<char> code = stackalloc char[Characters];
        var bits = BinaryPrimitives.ReadUInt64BigEndian(digest);
        for (var i = 0; i < Characters; i++) code[i] = Alphabet[(int)(bits >> (59 - 5 * i)) & 31];
        return $"{code[..4]}-{code[4..]}";
    }

    /// <summary>Whether what somebody typed is the code of a number, under any key that counts; takes as long for a number that nobody has, since it looks nowhere, and whichever key it is.</summary>
    public bool Fits(string number, string typed)
    {
        var plain = Encoding.UTF8.GetBytes(Plain(typed));
        return keys.Secrets(KeyKind.CheckCodes).Aggregate(false, (fits, key) => fits | CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Plain(Of(number, key))), plain));
    }

    /// <summary>The number that somebody typed in its one form, whatever letters and spaces they used; null when it is none or its two check digits do not fit.</summary>
    public static string? NumberIn(string typed)
    {
        var plain = new string([.. Arabic(typed).Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        if (plain.Length != 16 || !plain.StartsWith("CL", StringComparison.Ordinal)) return null;
        var rest = Plain(plain[2..]);
        var number = $"CL-{rest[..4]}-{rest[4..8]}-{rest[8..12]}-{rest[12..]}";
        return CredentialNumber.IsWellFormed(number) ? number : null;
    }

    // A Thai keyboard has Thai digits.
    private static IEnumerable<char> Arabic(string typed) => typed.Select(c => c is >= '๐' and <= '๙' ? (char)('0' + (c - '๐')) : c);

    // What people mistake for a digit, is that digit.
    private static string Plain(string typed) =>
        new([.. Arabic(typed).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
}
