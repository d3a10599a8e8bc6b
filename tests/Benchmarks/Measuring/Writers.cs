using System.Diagnostics;

namespace CredentialLedger.Benchmarks.Measuring;

/// <summary>Somebody who writes one event after the other.</summary>
public interface IWriter : IAsyncDisposable
{
    /// <summary>Write one event, durably.</summary>
    Task Write(CancellationToken token);
}

/// <summary>Writers at work at the same time.</summary>
public static class Writers
{
    /// <summary>Let as many writers as given write for a while; events in a second, all together.</summary>
    public static async Task<double> Rate(int writers, TimeSpan slice, Func<Task<IWriter>> open, CancellationToken token)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => open()));
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(all.Select(writer => Task.Run(() => Write(writer, watch, slice, token), token)));
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var writer in all) await writer.DisposeAsync();
        return counts.Sum() / seconds;
    }

    private static async Task<long> Write(IWriter writer, Stopwatch watch, TimeSpan slice, CancellationToken token)
    {
        long count = 0;
        for (; watch.Elapsed < slice; count++) await writer.Write(token);
        return count;
    }
}
