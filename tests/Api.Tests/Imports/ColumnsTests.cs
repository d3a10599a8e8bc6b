using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.Imports.Rows;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>The columns of every kind, as code, page and sentences have them.</summary>
public sealed class ColumnsTests
{
    public static TheoryData<string> Kinds => [.. ImportKind.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_header_names_two_columns_and_every_needed_one_exists(string kind)
    {
        var columns = ImportKind.Find(kind)!.Columns;
        columns.Columns.SelectMany(c => c.Thai.Append(c.Name)).ShouldBeUnique();
        columns.Needs.SelectMany(n => n).ShouldAllBe(name => columns.Find(name) != null);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_lists_every_column_and_its_Thai_names(string kind)
    {
        var page = Page().Split("### ").Single(section => section.StartsWith(kind + " ", StringComparison.Ordinal)).Split("\n## ")[0];
        var evidence = kind == "results" ? EvidenceFields.Columns : [];
        foreach (var column in ImportKind.Find(kind)!.Columns.Columns)
        {
            page.ShouldContain($"`{column.Name}`");
            if (!evidence.Contains(column)) foreach (var thai in column.Thai) page.ShouldContain(thai);
        }
    }

    [Fact]
    public void Every_code_of_an_import_is_on_the_page_and_has_its_sentences()
    {
        var page = Page();
        var codes = typeof(Unreadable).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("CredentialLedger.Api.Imports", StringComparison.Ordinal) is true)
            .SelectMany(t => t.GetFields()).Where(f => f.IsStatic && f.FieldType == typeof(Rejection)).Select(f => ((Rejection)f.GetValue(null)!).Code)
            .Where(c => c.StartsWith("import.", StringComparison.Ordinal)).ToArray();
        codes.Length.ShouldBeGreaterThan(20);
        foreach (var code in codes)
        {
            page.ShouldContain($"`{code}`");
            Sentences.Thai(code).ShouldNotBe(code);
            Sentences.English(code).ShouldNotBe(code);
            Sentences.Thai(code).ShouldNotBe(Sentences.English(code));
        }
    }

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CredentialLedger.sln"))) folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "formats", "import.md"));
    }
}
