using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace CredentialLedger.Benchmarks.Rig;

/// <summary>Memory of a .NET process, in MB of a million bytes.</summary>
/// <param name="Resident">Resident set: everything of it that lies in RAM, shared libraries included.</param>
/// <param name="Peak">The highest resident set so far.</param>
/// <param name="Heap">Objects on the managed heap, the dead ones since the last collection included.</param>
public sealed record Memory(double Resident, double Peak, double Heap)
{
    /// <summary>The figures, for a table.</summary>
    public string[] Columns => [.. ((double[])[Resident, Peak, Heap]).Select(v => v.ToString("F0", CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture,
        "resident set {0:F0} MB (peak {1:F0}), managed heap {2:F0} MB", Resident, Peak, Heap);

    /// <summary>Measure a process of one's own user.</summary>
    public static async Task<Memory> Of(int process, CancellationToken token)
    {
        // First the resident set: asking for the others needs some itself.
        var status = await File.ReadAllLinesAsync($"/proc/{process}/status", token);
        double Megabytes(string name) => double.Parse(
            status.Single(l => l.StartsWith(name + ":", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024 / 1e6;
        return new(Megabytes("VmRSS"), Megabytes("VmHWM"), await Task.Run(() => ManagedHeap(process), token));
    }

    // The counter that dotnet-counters shows as "GC Heap Size (MB)".
    private static double ManagedHeap(int process)
    {
        double? size = null;
        var provider = new EventPipeProvider("System.Runtime", EventLevel.Informational, 0, new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" });
        using var session = new DiagnosticsClient(process).StartEventPipeSession([provider], requestRundown: false, circularBufferMB: 4);
        using var source = new EventPipeEventSource(session.EventStream);
        source.Dynamic.All += e =>
        {
            if (e.EventName != "EventCounters" || size is not null) return;
            var counter = (IDictionary<string, object>)((IDictionary<string, object>)e.PayloadValue(0))["Payload"];
            if (counter["Name"] is not "gc-heap-size") return;
            size = Convert.ToDouble(counter["Mean"], CultureInfo.InvariantCulture);
            session.Stop();
        };
        source.Process();
        return size ?? throw new InvalidOperationException("The process told nothing of its heap.");
    }
}
