using CredentialLedger.Domain.Kernel;
using CsCheck;

namespace CredentialLedger.Domain.Tests.Kernel;

public class ValueListSpec
{
    private sealed record Holder(string Name, ValueList<string> Items);

    [Fact]
    public void Lists_of_the_same_items_in_the_same_order_are_equal() =>
        new ValueList<int>([1, 2, 3]).ShouldBe(ValueList.Of<int>([1, 2, 3]));

    [Fact]
    public void Order_length_and_content_tell_lists_apart()
    {
        ValueList<int> list = [1, 2];
        list.Equals([2, 1]).ShouldBeFalse();
        list.Equals([1, 2, 2]).ShouldBeFalse();
        list.Equals([1]).ShouldBeFalse();
        list.Equals([1, 3]).ShouldBeFalse();
        list.Equals(null).ShouldBeFalse();
        list.Equals((object)new[] { 1, 2 }).ShouldBeFalse();
    }

    [Fact]
    public void Empty_lists_are_equal() => new ValueList<string>([]).Equals([]).ShouldBeTrue();

    [Fact]
    public void A_record_that_holds_a_list_compares_by_its_items()
    {
        new Holder("a", ["x", "y"]).ShouldBe(new Holder("a", ["x", "y"]));
        new Holder("a", ["x", "y"]).ShouldNotBe(new Holder("a", ["y", "x"]));
    }

    [Fact]
    public void A_list_of_lists_compares_all_the_way_down() =>
        new ValueList<ValueList<int>>([[1], [2, 3]]).ShouldBe(new ValueList<ValueList<int>>([[1], [2, 3]]));

    [Fact]
    public void What_becomes_of_the_source_does_not_change_the_list()
    {
        int[] source = [1, 2];
        var list = new ValueList<int>(source);
        source[0] = 9;
        list.ShouldBe([1, 2]);
    }

    [Fact]
    public void A_printed_list_shows_its_items() => new ValueList<int>([1, 2]).ToString().ShouldBe("[1, 2]");

    [Fact]
    public void Equality_is_that_of_the_sequences_and_equal_lists_share_a_hash() =>
        Gen.Select(Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 2].Array[0, 3]).Sample((a, b) =>
        {
            ValueList<int> left = [.. a], right = [.. b];
            left.Equals(right).ShouldBe(a.SequenceEqual(b));
            if (left.Equals(right)) left.GetHashCode().ShouldBe(right.GetHashCode());
        });
}
