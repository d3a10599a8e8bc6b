using System.Globalization;
using System.Text.Json;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>npm jose and node's zlib read our status lists as we do, and refuse what is tampered with.</summary>
public sealed class StatusOracleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("status-oracle-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("body-a")]
    [InlineData("body-b")]
    public void Jose_accepts_a_token_status_list_and_reads_the_same_values(string body)
    {
        var (code, said) = Ask(VectorFiles.StatusList + $"/good/{body}.jwt");
        code.ShouldBe(0, said);
        Values(said).ShouldBe([[0, 1, 2, 3]]);
    }

    [Fact]
    public void Jose_accepts_both_bitstring_lists_and_reads_the_same_bits()
    {
        var (code, said) = Ask(VectorFiles.StatusBitstring + "/good/body-a.jwts");
        code.ShouldBe(0, said);
        Values(said).ShouldBe([[0, 1, 0, 0], [0, 0, 1, 0]]);
    }

    [Theory]
    [InlineData("status-list/refused/alg-none.jwt")]
    [InlineData("status-list/refused/alg-hs256-by-public-key.jwt")]
    [InlineData("status-list/refused/changed-payload.jwt")]
    [InlineData("status-list/refused/signed-by-another-key.jwt")]
    [InlineData("status-list/refused/truncated.jwt")]
    [InlineData("status-list/refused/stale.jwt")]
    [InlineData("status-list/refused/without-exp.jwt")]
    [InlineData("status-list/refused/list-cut-off.jwt")]
    [InlineData("status-list/refused/stranger.jwt")]
    [InlineData("status-bitstring/refused/alg-none.jwts")]
    [InlineData("status-bitstring/refused/alg-hs256.jwts")]
    [InlineData("status-bitstring/refused/changed-payload.jwts")]
    [InlineData("status-bitstring/refused/stale.jwts")]
    [InlineData("status-bitstring/refused/zlib.jwts")]
    [InlineData("status-bitstring/refused/stranger.jwts")]
    public void Jose_refuses_what_is_tampered_with(string vector) => Ask(Repository.Vectors(vector)).Code.ShouldBe(1);

    [Fact]
    public void Random_lists_of_every_width_are_unpacked_to_the_same_values()
    {
        var random = new Random(7);
        foreach (var bits in (int[])[1, 2, 4, 8])
        {
            var list = new StatusList(BitstringList.MinimumEntries, bits);
            for (var i = 0; i < list.Capacity; i++) list[i] = (StatusValue)random.Next(1 << bits);
            var file = Path.Combine(folder, $"{bits}.jwt");
            File.WriteAllBytes(file, StatusListToken.Sign(list, Sample.ListA, TestKeys.BodyA.Issuer(), Sample.At.AddHours(-2), Sample.At.AddDays(1)));
            var places = Enumerable.Range(0, 64).Select(_ => random.Next(BitstringList.MinimumEntries)).ToArray();
            var (code, said) = Ask(file, places);
            code.ShouldBe(0, said);
            Values(said).ShouldBe([[.. places.Select(p => (int)list[p])]]);
        }
    }

    private (int Code, string Said) Ask(string file, int[]? places = null)
    {
        var keys = Path.Combine(folder, "jwks.json");
        File.WriteAllText(keys, JsonSerializer.Serialize(new { keys = new[] { JwksOf.Key(TestKeys.BodyA), JwksOf.Key(TestKeys.BodyB) } }));
        places ??= [(int)Sample.GoodIndex, (int)Sample.RevokedIndex, (int)Sample.SuspendedIndex, (int)Sample.ThirdIndex];
        string[] arguments = [file, keys, Sample.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), .. places.Select(p => p.ToString(CultureInfo.InvariantCulture))];
        return Node.Run("status.mjs", arguments);
    }

    private static int[][] Values(string said) => [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("values").EnumerateArray().Select(v => v.GetInt32()).ToArray())];
}
