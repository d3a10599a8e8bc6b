using System.Globalization;
using System.Text.Json;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>npm's jose and @sd-jwt/sd-jwt-vc, called as Oracles/judge.mjs says.</summary>
internal static class TokenOracle
{
    /// <summary>What the library says of every file of a shape: <c>accepted</c>, or why not.</summary>
    public static Dictionary<string, string> Judge(string shape, DateTimeOffset at)
    {
        var (code, said) = Node.Run("judge.mjs", Repository.Vectors(), shape, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return code == 0 ? JsonSerializer.Deserialize<Dictionary<string, string>>(said)! : throw new InvalidOperationException(said);
    }
}
