using Xunit.Abstractions;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>How much is tortured: a little in every run, all of it where the environment says TORTURE=long; and chance that a run repeats (docs/operations/torture.md).</summary>
internal static class Torture
{
    /// <summary>What applies of two.</summary>
    public static T Of<T>(T shortly, T fully) => Environment.GetEnvironmentVariable("TORTURE") == "long" ? fully : shortly;

    /// <summary>The run's seed, printed; TORTURE_SEED sets it.</summary>
    public static int Seed(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TORTURE_SEED"), out var given) ? given : 2560;
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
