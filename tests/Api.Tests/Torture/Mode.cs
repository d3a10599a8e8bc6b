using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>How much the torture tests do: a little in every run, all of it where the environment says TORTURE=long (docs/operations/torture.md).</summary>
internal static class Mode
{
    /// <summary>Whether everything is done.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("TORTURE") == "long";

    /// <summary>What applies of two.</summary>
    public static T Of<T>(T shortly, T fully) => Long ? fully : shortly;

    /// <summary>Chance that a run repeats: its seed is printed, and TORTURE_SEED sets it.</summary>
    public static Random Chance(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TORTURE_SEED"), out var given) ? given : 2560;
        output.WriteLine($"seed {seed}");
        return new(seed);
    }
}
