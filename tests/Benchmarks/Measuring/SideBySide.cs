namespace CredentialLedger.Benchmarks.Measuring;

/// <summary>One way of doing a job.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Rate">Does it for about the time given; how often in a second.</param>
public sealed record Contender(string Name, Func<TimeSpan, CancellationToken, Task<double>> Rate);

/// <summary>What a contender did, a rate for each round.</summary>
public sealed record Measured(string Name, IReadOnlyList<double> Rates)
{
    /// <summary>Rates of all rounds.</summary>
    public Spread Rate => Spread.Of(Rates);

    /// <summary>How many times as fast as another, round by round: both met the same load of the machine, more or less.</summary>
    public Spread To(Measured other) => Spread.Of(Rates.Zip(other.Rates, (mine, others) => mine / others));
}

/// <summary>Measures contenders in turns: A B C, C B A, A B C; what disturbs the machine for a while disturbs all of them.</summary>
public static class SideBySide
{
    // The runtime compiles what is called often a second and a third time, in the background.
    private const int WarmUpSlices = 3;

    /// <summary>Measure, after one longer round that warms up and does not count.</summary>
    public static async Task<IReadOnlyList<Measured>> Run(IReadOnlyList<Contender> contenders, Settings settings, CancellationToken token)
    {
        var rates = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            foreach (var contender in round % 2 == 0 ? contenders : contenders.Reverse())
            {
                token.ThrowIfCancellationRequested();
                var rate = await contender.Rate(round > 0 ? settings.Slice : settings.Slice * WarmUpSlices, token);
                if (round > 0) rates[contender.Name].Add(rate);
            }
        }
        return [.. contenders.Select(c => new Measured(c.Name, rates[c.Name]))];
    }
}
