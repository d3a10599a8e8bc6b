using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Framework;

public class ImportFrameworkVersionSpec
{
    private static ImportFrameworkVersion Import(params ValueList<FrameworkItem> items) => new(FrameworkCode, items);

    private static ImportFrameworkVersion ImportWith(FrameworkItem item) => Import(AreaItem, item);

    [Fact]
    public void A_version_is_imported_with_its_items_in_the_order_of_the_source() => Spec<FrameworkVersion>
        .Given()
        .When(Import(AreaItem, LevelledItem, PlainItem).Decide)
        .Then(Imported);

    [Fact]
    public void The_same_content_again_is_nothing_new() => Spec<FrameworkVersion>
        .Given(Imported)
        .When(Import([.. Imported.Items]).Decide)
        .ThenNothing();

    [Fact]
    public void A_version_never_changes() => Spec<FrameworkVersion>
        .Given(Imported)
        .When(Import(AreaItem, LevelledItem).Decide)
        .ThenRejected(ImportFrameworkVersion.Immutable);

    [Fact]
    public void The_same_items_in_another_order_are_another_content() => Spec<FrameworkVersion>
        .Given(Imported)
        .When(Import(LevelledItem, AreaItem, PlainItem).Decide)
        .ThenRejected(ImportFrameworkVersion.Immutable);

    [Fact]
    public void A_version_without_items_is_refused() => Spec<FrameworkVersion>
        .Given()
        .When(Import().Decide)
        .ThenRejected(ImportFrameworkVersion.Empty);

    [Fact]
    public void Two_rows_of_one_kind_do_not_share_a_code() => Spec<FrameworkVersion>
        .Given()
        .When(Import(LevelledItem, PlainItem with { Code = UnitCode }).Decide)
        .ThenRejected(ImportFrameworkVersion.DuplicateCode);

    [Fact]
    public void A_unit_and_a_skill_do_not_share_a_code_because_results_name_them_by_code_alone() => Spec<FrameworkVersion>
        .Given()
        .When(Import(LevelledItem, PlainItem with { Kind = "skill", Code = UnitCode }).Decide)
        .ThenRejected(ImportFrameworkVersion.DuplicateCode);

    [Fact]
    public void A_group_may_have_the_code_of_a_unit() => Spec<FrameworkVersion>
        .Given()
        .When(Import(AreaItem, PlainItem with { Code = Area }).Decide)
        .Then(new FrameworkVersionImported(FrameworkCode, [AreaItem, PlainItem with { Code = Area }]));

    [Theory, InlineData("module"), InlineData("Unit"), InlineData("")]
    public void A_kind_that_the_ledger_does_not_know_is_refused(string kind) => Spec<FrameworkVersion>
        .Given()
        .When(ImportWith(PlainItem with { Kind = kind }).Decide)
        .ThenRejected(ImportFrameworkVersion.UnknownKind);

    [Theory, InlineData(null, null), InlineData("", null), InlineData(" ", "")]
    public void A_row_has_a_title_in_Thai_or_English(string? th, string? en) => Spec<FrameworkVersion>
        .Given()
        .When(ImportWith(PlainItem with { TitleTh = th, TitleEn = en }).Decide)
        .ThenRejected(ImportFrameworkVersion.Untitled);

    [Theory, InlineData(new[] { 0 }), InlineData(new[] { 9 }), InlineData(new[] { 3, 4, 3 })]
    public void Levels_are_1_to_8_each_once(int[] levels) => Spec<FrameworkVersion>
        .Given()
        .When(ImportWith(LevelledItem with { Levels = [.. levels] }).Decide)
        .ThenRejected(ImportFrameworkVersion.BadLevels);

    [Fact]
    public void A_flaw_of_a_row_is_told_before_a_duplicate() => Spec<FrameworkVersion>
        .Given()
        .When(Import(PlainItem, PlainItem with { Kind = "module" }, PlainItem).Decide)
        .ThenRejected(ImportFrameworkVersion.UnknownKind);

    [Theory, InlineData(""), InlineData(" x"), InlineData("x "), InlineData("a\nb"), InlineData("a\0b"), InlineData("a\u202Eb")]
    public void Codes_and_titles_are_plain_lines(string text)
    {
        Spec<FrameworkVersion>.Given().When(ImportWith(PlainItem with { Code = text }).Decide).ThenRejected(ImportFrameworkVersion.BadText);
        Spec<FrameworkVersion>.Given().When((Import(PlainItem) with { Framework = text }).Decide).ThenRejected(ImportFrameworkVersion.BadText);
    }

    [Fact]
    public void A_title_is_one_plain_line() => Spec<FrameworkVersion>
        .Given()
        .When(ImportWith(PlainItem with { TitleTh = "a\nb" }).Decide)
        .ThenRejected(ImportFrameworkVersion.BadText);
}
