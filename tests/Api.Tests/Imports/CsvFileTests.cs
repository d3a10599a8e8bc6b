using System.Text;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>Reading CSV strictly, without a database.</summary>
public sealed class CsvFileTests
{
    private static readonly ColumnSet Columns = new([new("name", ["ชื่อ"], 20), new("note", ["หมายเหตุ"]), .. ColumnSet.Date("day", "วันที่")], [["name"]]);
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    [Fact]
    public async Task Thai_headers_mean_the_same_as_English_ones_with_and_without_a_byte_order_mark()
    {
        foreach (var bytes in new[] { "ชื่อ,note\nกานดา,x\n"u8.ToArray(), [.. Bom, .. "ชื่อ,note\nกานดา,x\n"u8] })
        {
            var row = (await ReadAsync(bytes)).Single();
            (row["name"], row["note"], row.Line).ShouldBe(("กานดา", "x", 2L));
        }
    }

    [Fact]
    public async Task A_windows_874_file_is_read_when_that_is_stated()
    {
        var bytes = Encode874("ชื่อ,หมายเหตุ\nสมชาย ใจดี,“ฎีกา” ฿5\n");
        var row = (await ReadAsync(bytes, Charset.Windows874)).Single();
        (row["name"], row["note"]).ShouldBe(("สมชาย ใจดี", "“ฎีกา” ฿5"));
    }

    [Fact]
    public async Task Thai_bytes_of_another_encoding_are_refused_at_their_place_and_never_replaced()
    {
        var fault = await RefusedAsync([.. "name\nok\nab"u8, .. Encode874("ก"), .. "\n"u8]);
        fault.ShouldBe(new Fault(Unreadable.NotUtf8, 3, 3));
    }

    [Fact]
    public async Task A_column_counts_characters_not_bytes()
    {
        var fault = await RefusedAsync([.. "name\nกานดา"u8, 0xFF]);
        fault.ShouldBe(new Fault(Unreadable.NotUtf8, 2, 6));
    }

    [Theory]
    [InlineData(0xDB)]
    [InlineData(0xFF)]
    [InlineData(0x81)]
    public async Task A_byte_that_windows_874_leaves_open_is_refused(byte open)
    {
        (await RefusedAsync([.. "name\r\nx\r\n"u8, open], Charset.Windows874)).ShouldBe(new Fault(Unreadable.NotWindows874, 3, 1));
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE0, 0xB8 })]
    public async Task Overlong_surrogate_too_large_and_cut_off_sequences_are_no_UTF_8(byte[] sequence) =>
        (await RefusedAsync([.. "name\nx"u8, .. sequence])).ShouldBe(new Fault(Unreadable.NotUtf8, 2, 2));

    [Fact]
    public async Task Where_the_reads_fall_changes_nothing()
    {
        var text = "name,note\n" + string.Concat(Enumerable.Range(0, 4000).Select(i => $"กานดา {i},\"บรรทัด\nสอง\"\n"));
        var whole = await ReadAsync(Encoding.UTF8.GetBytes(text));
        var drops = await ReadAsync(new Drops(Encoding.UTF8.GetBytes(text)), Charset.Utf8);
        drops.Select(r => (r.Line, r["name"], r["note"])).ShouldBe(whole.Select(r => (r.Line, r["name"], r["note"])));
        (drops[^1].Line, drops[^1]["note"]).ShouldBe((8000L, "บรรทัด\nสอง"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Quotes_across_lines_and_empty_lines_keep_the_line_numbers_right(string end)
    {
        var text = string.Join(end, "name,note", "", "a,\"one", "two", "three\"", "", ",", "b,c", "");
        (await ReadAsync(Encoding.UTF8.GetBytes(text))).Select(r => (r.Line, r["name"])).ShouldBe([(3L, "a"), (8L, "b")]);
    }

    [Fact]
    public async Task Quotes_commas_and_doubled_quotes_inside_a_quoted_field_are_text()
    {
        var row = (await ReadAsync("name,note\n\"a,\"\"b\"\"\",\"\"\n"u8.ToArray())).Single();
        (row["name"], row["note"], row.Broken).ShouldBe(("a,\"b\"", "", null));
    }

    [Theory]
    [InlineData("a\"b,c")]
    [InlineData("\"a\"b,c")]
    public async Task A_stray_quote_refuses_its_row_and_no_other(string bad)
    {
        var rows = await ReadAsync(Encoding.UTF8.GetBytes($"name,note\n1,2\n{bad}\n3,4\n"));
        rows.Select(r => r.Broken).ShouldBe([null, BadRow.Quotes, null]);
    }

    [Theory]
    [InlineData("only")]
    [InlineData("one,two,three")]
    public async Task A_row_with_another_number_of_fields_is_refused_and_no_other(string bad)
    {
        var rows = await ReadAsync(Encoding.UTF8.GetBytes($"name,note\n1,2\n{bad}\n3,4\n"));
        rows.Select(r => r.Broken).ShouldBe([null, BadRow.FieldCount, null]);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_stops_the_file_where_it_begins()
    {
        (await RefusedAsync("name,note\n1,2\n3,\"4\n5,6\n"u8.ToArray())).ShouldBe(new Fault(Unreadable.UnclosedQuote, 3));
        (await RefusedAsync(Encoding.UTF8.GetBytes("name,note\n1,2\n3,\"4\n" + string.Concat(Enumerable.Repeat("5,6\n", 100_000))))).ShouldBe(new Fault(Unreadable.UnclosedQuote, 3));
    }

    [Theory]
    [InlineData("", "import.no-header", 1L, null)]
    [InlineData("name,surname\n", "import.unknown-column", 1L, 2)]
    [InlineData("name,note,ชื่อ\n", "import.double-column", 1L, 3)]
    [InlineData("name,วันที่\n", "import.era-missing", 1L, 2)]
    [InlineData("name,day,วันที่ (พ.ศ.)\n", "import.double-column", 1L, 3)]
    [InlineData("note\n", "import.missing-column", 1L, null)]
    [InlineData("name;note\n", "import.unknown-column", 1L, 1)]
    [InlineData("n\0a,note\n", "import.unknown-column", 1L, 1)]
    public async Task A_header_that_is_not_understood_refuses_the_file(string text, string code, long line, int? column)
    {
        var fault = await RefusedAsync(Encoding.UTF8.GetBytes(text));
        (fault.Why.Code, fault.Line, fault.Number).ShouldBe((code, line, column));
    }

    [Theory]
    [InlineData("a\0b,x", "request.unstorable-text", 1)]
    [InlineData("x,a\0b", "request.unstorable-text", 2)]
    [InlineData("123456789012345678901,x", "import.too-long", 1)]
    public async Task Text_that_cannot_be_stored_or_is_too_long_is_refused_at_its_column(string line, string code, int column)
    {
        var row = (await ReadAsync(Encoding.UTF8.GetBytes($"name,note\n{line}\n"))).Single();
        var fault = new Fields(row).Fault!;
        (fault.Why.Code, fault.Line, fault.Number).ShouldBe((code, 2L, column));
    }

    [Fact]
    public async Task Spaces_around_a_value_are_not_part_of_it() =>
        (await ReadAsync("name\n  กานดา \n"u8.ToArray())).Single()["name"].ShouldBe("กานดา");

    private static byte[] Encode874(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(874, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text);
    }

    private static Task<IReadOnlyList<CsvRow>> ReadAsync(byte[] bytes, Charset? charset = null) => ReadAsync(new MemoryStream(bytes), charset ?? Charset.Utf8);

    private static async Task<IReadOnlyList<CsvRow>> ReadAsync(Stream stream, Charset charset)
    {
        await using var file = await CsvFile.Open(stream, charset, Columns, default);
        return await file.Rows(default).ToListAsync();
    }

    private static async Task<Fault> RefusedAsync(byte[] bytes, Charset? charset = null) =>
        (await Should.ThrowAsync<UnreadableException>(() => ReadAsync(bytes, charset))).Fault;

    /// <summary>Gives its bytes in pieces of one to three.</summary>
    private sealed class Drops(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, (int)(Position % 3) + 1)], cancellationToken);
    }
}
