using CredentialLedger.Verifier.Tests.Support;
using Xunit.Abstractions;

namespace CredentialLedger.Verifier.Tests.Fuzz;

/// <summary>Whatever is given to the library: no exception but those it names, no second of the processor, no memory without bounds, and nothing taken for good that is not.</summary>
public class ParserFuzzSpec(ITestOutputHelper output)
{
    private static readonly int Each = Torture.Of(20_000, 1_000_000) / Parser.All.Count;

    public static TheoryData<string> Parsers => [.. Parser.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void No_mutant_breaks_or_deceives(string name)
    {
        var parser = Parser.All.Single(p => p.Name == name);
        var seed = Torture.Seed(output);
        foreach (var good in parser.Corpus) (parser.Takes(good) && parser.IsHonest(good)).ShouldBeTrue();
        Parallel.For(0, Each, at =>
        {
            var file = new ByteMutations(new Random(unchecked(seed * 1_000_003 + at)), parser.Corpus).Next();
            var deceived = false;
            string? fault;
            try
            {
                fault = Budget.Exceeded(() => deceived = parser.Takes(file) && !parser.IsHonest(file)) ?? (deceived ? "taken for good" : null);
            }
            catch (Exception thrown)
            {
                fault = thrown.ToString();
            }

            fault.ShouldBeNull($"{name}, seed {seed}, number {at}:\n{Convert.ToBase64String(file)}");
        });
    }
}
