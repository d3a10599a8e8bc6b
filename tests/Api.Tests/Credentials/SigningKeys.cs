using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>Signing keys, for scenarios.</summary>
internal static class SigningKeys
{
    /// <summary>What is said of a key that nobody holds.</summary>
    public static readonly object Body = new { algorithm = "rsa", certificate = new string('e', 64) };

    /// <summary>The id of a key that nobody holds.</summary>
    public static string Some() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A day in Thailand, so many from today.</summary>
    public static DateOnly Day(int days) => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7).AddDays(days));

    /// <summary>The key that the ledger holds for an organisation.</summary>
    public static async Task<(string Key, string Algorithm, string Certificate)> HeldAsync(this LedgerHost host, string organisation)
    {
        var held = (await host.GetAsync("newcomer", "/api/signing-keys")).Json.GetProperty("held").EnumerateArray().Single(h => h.GetProperty("organisation").GetString() == organisation);
        return (held.GetProperty("key").GetString()!, held.GetProperty("algorithm").GetString()!, held.GetProperty("certificate").GetString()!);
    }

    /// <summary>The keys of an organisation that verifiers are told of; up to two seconds late.</summary>
    public static async Task<IReadOnlyList<TrustedKey>> TrustedAsync(this LedgerHost host, string organisation) =>
        TrustList.Parse(Encoding.UTF8.GetBytes((await host.GetAsync("", "/api/trust")).Text)).Issuers.Single(i => i.Code == organisation).Keys;

    /// <summary>A key is told of as it should be, within the two seconds.</summary>
    public static Task ToldAsync(this LedgerHost host, string organisation, Predicate<TrustedKey> key) =>
        Eventually.BeAsync(async () => (await host.TrustedAsync(organisation)).Any(k => key(k)), true);
}
