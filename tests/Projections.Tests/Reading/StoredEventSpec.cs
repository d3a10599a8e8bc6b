using System.Text;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Tests.Storage;

namespace CredentialLedger.Projections.Tests.Reading;

/// <summary>A row that is no event of the ledger is named, never skipped and never half read.</summary>
public sealed class StoredEventSpec
{
    private static readonly StoredEvent Good = CorpusRow.Load("completion-annulled.v1").ToStored();

    private static void Unreadable(StoredEvent row) => Should.Throw<UnreadableEventException>(row.Read).Sequence.ShouldBe(Good.Sequence);

    private static ReadOnlyMemory<byte> Changed(ReadOnlyMemory<byte> json, string from, string to)
    {
        var text = Encoding.UTF8.GetString(json.Span);
        text.ShouldContain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    [Fact]
    public void A_good_row_is_read() => Good.Read().By.Duty.ShouldBe("record-training");

    [Fact]
    public void An_unknown_type() => Unreadable(Good with { Type = "completion-removed" });

    [Fact]
    public void An_archived_row() => Unreadable(Good with { Whole = false });

    [Fact]
    public void A_payload_that_is_not_JSON() => Unreadable(Good with { Data = "{"u8.ToArray() });

    [Fact]
    public void A_payload_that_is_null() => Unreadable(Good with { Data = "null"u8.ToArray() });

    [Fact]
    public void A_payload_without_something_that_must_be_there() => Unreadable(Good with { Data = Changed(Good.Data, "\"completion\"", "\"Completion\"") });

    [Fact]
    public void A_payload_with_null_where_nothing_may_be_null() =>
        Unreadable(Good with { Data = Changed(Good.Data, "\"nonce\":\"", "\"nonce\":null,\"was\":\"") });

    [Fact]
    public void An_enum_value_that_has_no_name() => Unreadable(Good with { Data = Changed(Good.Data, "recorded-in-error", "bored") });

    [Fact]
    public void An_enum_value_as_a_number() => Unreadable(Good with { Data = Changed(Good.Data, "\"recorded-in-error\"", "0") });

    [Fact]
    public void Headers_without_an_actor() => Unreadable(Good with { Headers = Changed(Good.Headers, "\"actor\"", "\"author\"") });
}
