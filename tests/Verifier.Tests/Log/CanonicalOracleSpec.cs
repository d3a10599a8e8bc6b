using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Tests.Fuzz;
using CredentialLedger.Verifier.Tests.Oracle;
using CredentialLedger.Verifier.Tests.Support;
using Xunit.Abstractions;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>What is told to be canonical by reading it once is what the canonical form gives back, and nothing else is.</summary>
public sealed class CanonicalOracleSpec(ITestOutputHelper output)
{
    private const string Example = """{"actor":{"authority":"development","duty":"record-training"},"commitment":"zYsOxaq7MDu5gxvXVoUpR4ehaC0Z0z9hqyYs1fSf7Zc=","correlation":"0c","event":"c0000012-0000-7000-8000-000000000000","recorded":"2026-11-23T02:00:12.012012Z","stream":"e0000000-0000-4000-8000-000000000001","type":"completion-recorded","version":1}""";

    private static readonly byte[][] Envelopes =
    [
        Bytes(Example),
        Bytes(Example.Replace("\"commitment\"", "\"causation\":\"a \\\\ \\\" \\n \\u0001\",\"commitment\"", StringComparison.Ordinal)),
        Bytes(Example.Replace("\"0c\"", "\"ก \U0001f600\"", StringComparison.Ordinal).Replace("\"version\":1", "\"version\":9007199254740991", StringComparison.Ordinal)),
        Bytes(Example.Replace("""{"authority":"development","duty":"record-training"}""", "null", StringComparison.Ordinal)),
        Bytes(Example.Replace("\"duty\"", "\"b\":[1,-2,{\"a\":true,\"b\":\"\\\\\"}],\"duty\"", StringComparison.Ordinal)),
    ];

    private static readonly byte[][] Any =
    [
        .. Envelopes, Bytes("""{"a":{"b":1,"c":{}},"b":[],"ba":[{"x":"y"},{"a":null}],"c":-1}"""), Bytes("""{"":0,"A":9007199254740991,"a":"\\u0041"}"""), Bytes("[1,\"a b\",false]"), Bytes("\"ก\""), Bytes("0"),
    ];

    [Fact]
    public void Those_that_are_changed_here_are_good()
    {
        Envelopes.ShouldAllBe(e => EnvelopeOracle.Read(e) != null);
        Any.ShouldAllBe(json => CanonicalJson.Is(json));
    }

    [Fact]
    public void An_envelope_is_read_where_it_would_be_written_so() => Mutants(Envelopes, bytes =>
    {
        var expected = EnvelopeOracle.Read(bytes);
        Envelope? read = null;
        try
        {
            read = Envelope.Parse(bytes);
        }
        catch (LogFormatException refused) when (refused.Code == LogCodes.EnvelopeFormat)
        {
        }
        return read is null ? expected is null : expected is not null && read.Canonical().AsSpan().SequenceEqual(bytes);
    });

    [Fact]
    public void Bytes_are_told_to_be_canonical_where_they_would_be_written_so() =>
        Mutants(Any, bytes => OrFalse(() => CanonicalJson.Is(bytes)) == OrFalse(() => CanonicalJson.Of(bytes.AsMemory()).AsSpan().SequenceEqual(bytes)));

    [Theory]
    [InlineData("""{"a":1,"a":1}"""), InlineData("""{"b":1,"a":1}"""), InlineData("""{"a":{"z":1},"a":1}"""), InlineData("""[{"b":1},{"b":1,"a":1}]"""), InlineData("""{"a":1 }"""), InlineData("""{"a":1e0}"""), InlineData("""{"a":-0}""")]
    [InlineData("""{"a":9007199254740992}"""), InlineData("""{"a":"\u0041"}"""), InlineData("""{"a":"\/"}"""), InlineData("""{"":1,"":2}"""), InlineData("{}{}"), InlineData("")]
    public void What_is_not_canonical_is_told(string json) => OrFalse(() => CanonicalJson.Is(Bytes(json))).ShouldBeFalse();

    private void Mutants(byte[][] corpus, Func<byte[], bool> isSame)
    {
        var seed = Torture.Seed(output);
        foreach (var good in corpus) isSame(good).ShouldBeTrue();
        Parallel.For(0, Torture.Of(20_000, 1_000_000), at =>
        {
            var bytes = new ByteMutations(new Random(unchecked(seed * 1_000_003 + at)), corpus).Next();
            isSame(bytes).ShouldBeTrue($"seed {seed}, number {at}:\n{Convert.ToBase64String(bytes)}");
        });
    }

    private static bool OrFalse(Func<bool> tell)
    {
        try
        {
            return tell();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
