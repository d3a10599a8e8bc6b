using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>The log entry of an event and its opening, on the worked example of docs/formats/event.md; the entry's value is another program's.</summary>
public sealed class OpeningSpec
{
    private const string Canonical = """{"actor":{"authority":"development","duty":"record-training","organisation":"DGA","person":"d0000000-0000-4000-8000-000000000003"},"commitment":"zYsOxaq7MDu5gxvXVoUpR4ehaC0Z0z9hqyYs1fSf7Zc=","correlation":"0000000000000000000000000000000c","event":"c0000012-0000-7000-8000-000000000000","recorded":"2026-11-23T02:00:12.012012Z","stream":"e0000000-0000-4000-8000-000000000001","type":"completion-recorded","version":1}""";
    private const string Payload = """{"completedOn":"2026-03-20","completion":"e0000000-0000-4000-8000-000000000001","course":"c0000000-0000-4000-8000-000000000001","evidence":{"kind":"attendance","reference":"TDGA-DT-01/2569/1","sha256":"efda397f8b5a3996bc4aa081e105919fd7edc360037fa382da313ef42dc9c9c7"},"framework":"TPQI-2560","person":"a0000000-0000-4000-8000-000000000001","units":["CEC-BCTZ-001"]}""";

    private static readonly byte[] Salt = Convert.FromHexString("50d67910d32e897e8482a85dd33a1938a6d7e221b4b230d19be823be6586f971");
    private static readonly Envelope Example = Envelope.Parse(Encoding.UTF8.GetBytes(Canonical));
    private static readonly Opening Opened = Opening.Of(Example, Salt, Encoding.UTF8.GetBytes(Payload));

    [Fact]
    public void The_worked_example_gives_the_entry_that_another_program_computed() =>
        Convert.ToHexStringLower(Opened.Entry()).ShouldBe("01a2efb0de0841e0c44354794c3555a2f6f28e52a5ca3539b5935a322054582fc0");

    [Fact]
    public void An_envelope_opens_without_its_payload_and_gives_the_same_entry() => Opening.Of(Example, Salt, null).Entry().ShouldBe(Opened.Entry());

    [Fact]
    public void An_envelope_is_read_as_it_was_written() => Encoding.UTF8.GetString(Example.Canonical()).ShouldBe(Canonical);

    [Fact]
    public void Every_field_counts()
    {
        using var other = JsonDocument.Parse("""{"person":"d0000000-0000-4000-8000-000000000004","organisation":"DGA","duty":"record-training","authority":"development"}""");
        Envelope[] changed =
        [
            Example with { Event = Guid.Empty }, Example with { Stream = Guid.Empty }, Example with { Version = 2 }, Example with { Type = "completion-annulled" },
            Example with { Recorded = Example.Recorded.AddMicroseconds(1) }, Example with { Actor = other.RootElement }, Example with { Correlation = null }, Example with { Causation = "c" },
        ];
        changed.Select(e => Convert.ToHexString((Opened with { Envelope = e }).Entry())).Append(Convert.ToHexString(Opened.Entry())).Distinct().Count().ShouldBe(changed.Length + 1);
    }

    [Theory]
    [InlineData(0), InlineData(31), InlineData(33)]
    public void A_key_of_another_length_is_refused(int length)
    {
        CodeOf(Opened with { EnvelopeKey = new byte[length] }).ShouldBe(LogCodes.OpeningKey);
        CodeOf(Opened with { Payload = (Opened.Payload!.Value.Canonical, new byte[length]) }).ShouldBe(LogCodes.OpeningKey);
        Should.Throw<ArgumentException>(() => Opening.Of(Example, new byte[length], null));
    }

    [Fact]
    public void Another_payload_or_another_spelling_of_it_is_refused()
    {
        foreach (var other in new[] { Payload.Replace("03-20", "03-21", StringComparison.Ordinal), Payload + " ", "{", "" })
            CodeOf(Opened with { Payload = (Encoding.UTF8.GetBytes(other), Opened.Payload!.Value.Key) }).ShouldBe(LogCodes.OpeningPayload);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":0"), InlineData("\"version\":1", "\"version\":1.0"), InlineData("\"version\":1", "\"version\":1,\"x\":1"), InlineData(",\"version\":1", ""), InlineData("\"version\":1", "\"version\":1 ")]
    [InlineData("12.012012Z", "12.012012+00:00"), InlineData("12.012012Z", "12.012Z"), InlineData("c0000012", "C0000012"), InlineData("7Zc=", "7Zc"), InlineData("zYsOxaq7", ""), InlineData("\"correlation\":\"0000000000000000000000000000000c\"", "\"correlation\":null")]
    [InlineData("completion-recorded\"", "completion-recorded\",\"type\":\"x\""), InlineData("{\"actor\"", "[{\"actor\"")]
    public void What_is_no_envelope_is_refused(string old, string changed) =>
        Should.Throw<LogFormatException>(() => Envelope.Parse(Encoding.UTF8.GetBytes(Canonical.Replace(old, changed, StringComparison.Ordinal)))).Code.ShouldBe(LogCodes.EnvelopeFormat);

    private static string CodeOf(Opening opening) => Should.Throw<LogFormatException>(opening.Entry).Code;
}
