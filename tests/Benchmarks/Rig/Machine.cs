using System.Diagnostics;
using System.Runtime.InteropServices;
using CredentialLedger.Benchmarks.Measuring;

namespace CredentialLedger.Benchmarks.Rig;

/// <summary>Where the run took place, as far as it explains its figures.</summary>
public static class Machine
{
    /// <summary>Describe it.</summary>
    public static async Task Describe(Report report, BenchLedger ledger, Settings settings, CancellationToken token)
    {
        await using var database = ledger.Open();
        await using var version = database.CreateCommand("select current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        report.Heading("Machine");
        report.Line($"- {processor ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB; {RuntimeInformation.OSDescription}");
        report.Line($"- {RuntimeInformation.FrameworkDescription}; PostgreSQL {await version.ExecuteScalarAsync(token)}; libxmlsec1 {await Tool.Output(settings.Xmlsec, ["--version"], token)}");
        report.Line($"- a write of 8 kB with fsync on this disk: {Flushes(settings.Work):F0} a second");
        report.Line($"- {settings.Rounds} rounds, slices of {settings.Slice.TotalSeconds:0.##} s; load average at the start: {Load()}");
    }

    /// <summary>Load averages of 1, 5 and 15 minutes.</summary>
    public static string Load() => string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    private static double Flushes(string folder)
    {
        var (block, count) = (new byte[8192], 0);
        using var file = File.OpenHandle(Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < TimeSpan.FromSeconds(1); count++)
        {
            RandomAccess.Write(file, block, 0);
            RandomAccess.FlushToDisk(file);
        }
        return count / watch.Elapsed.TotalSeconds;
    }
}
