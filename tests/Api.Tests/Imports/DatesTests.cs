using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.Imports.Rows;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>Days in two eras, never converted by guess; scores that cannot be misread; formulas that do not run.</summary>
public sealed class DatesTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void An_ISO_day_is_read(string text, string day) => Dates.Iso(text).ShouldBe((DateOnly.Parse(day), null));

    [Theory]
    [InlineData("23/11/2569", "2026-11-23")]
    [InlineData("29/02/2567", "2024-02-29")]
    [InlineData("01/01/2400", "1857-01-01")]
    public void A_Buddhist_day_is_read_when_the_column_says_so(string text, string day) => Dates.Buddhist(text).ShouldBe((DateOnly.Parse(day), null));

    [Theory]
    [InlineData("2569-11-23", "import.buddhist-year")]
    [InlineData("2567-02-29", "import.buddhist-year")]
    [InlineData("2025-02-29", "import.bad-iso-date")]
    [InlineData("2026-13-01", "import.bad-iso-date")]
    [InlineData("23/11/2026", "import.bad-iso-date")]
    [InlineData("2026-1-2", "import.bad-iso-date")]
    [InlineData("0000-01-01", "import.bad-iso-date")]
    [InlineData("๒๐๒๖-๑๑-๒๓", "import.bad-iso-date")]
    public void What_is_no_ISO_day_is_refused(string text, string code) => Dates.Iso(text).Why!.Code.ShouldBe(code);

    [Theory]
    [InlineData("23/11/2026", "import.common-year")]
    [InlineData("29/02/2024", "import.common-year")]
    [InlineData("29/02/2568", "import.bad-buddhist-date")]
    [InlineData("11/23/2569", "import.bad-buddhist-date")]
    [InlineData("2569-11-23", "import.bad-buddhist-date")]
    [InlineData("1/2/2569", "import.bad-buddhist-date")]
    public void What_is_no_Buddhist_day_is_refused(string text, string code) => Dates.Buddhist(text).Why!.Code.ShouldBe(code);

    [Theory]
    [InlineData("87.50", 8750)]
    [InlineData("0.00", 0)]
    [InlineData("100.00", 10_000)]
    [InlineData("", null)]
    public async Task A_score_is_a_percentage_with_two_decimals(string text, int? hundredths)
    {
        var fields = await ScoreAsync(text);
        (fields.OptionalScore("score"), fields.Fault).ShouldBe((hundredths, null));
    }

    [Theory]
    [InlineData("87")]
    [InlineData("8750")]
    [InlineData("87.5")]
    [InlineData("-7.50")]
    [InlineData("\"87,50\"")]
    public async Task Any_other_score_is_refused(string text)
    {
        var fields = await ScoreAsync(text);
        fields.OptionalScore("score");
        fields.Fault!.Why.ShouldBe(BadRow.Score);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+66 2 123")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("\tx")]
    [InlineData("＝1+1")]
    [InlineData("'=1")]
    [InlineData("''")]
    [InlineData("'")]
    [InlineData("กานดา")]
    [InlineData("")]
    public void A_formula_is_escaped_and_comes_back_as_it_was(string value)
    {
        var escaped = RejectColumns.Escape(value);
        if (value.Length > 0 && "=+-@\t＝".Contains(value[0])) escaped[0].ShouldBe('\'');
        RejectColumns.Unescape(escaped).ShouldBe(value);
    }

    private static async Task<Fields> ScoreAsync(string text)
    {
        var csv = $"score,person,framework,unit,grade,instrument,examiners,assessed_on,evidence_kind,evidence_reference\n{text},x,,,,,,,,\n";
        await using var file = await CsvFile.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), Charset.Utf8, ResultRows.Columns, default);
        return new Fields(await file.Rows(default).FirstAsync());
    }
}
