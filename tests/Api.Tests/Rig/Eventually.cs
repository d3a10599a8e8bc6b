namespace CredentialLedger.Api.Tests.Rig;

/// <summary>Waits for what happens soon after an answer, such as a published list; as long as it takes, within a bound, and never for a fixed time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30), Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>The value becomes the expected one.</summary>
    public static async Task BeAsync<T>(Func<Task<T>> value, T expected)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!Equals(await value(), expected))
        {
            if (bound.IsCancellationRequested) (await value()).ShouldBe(expected);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
