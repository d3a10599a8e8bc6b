using System.Runtime.InteropServices;

namespace CredentialLedger.Verifier.Tests.Fuzz;

/// <summary>What reading one file may cost: a second of the processor, not of the clock, which a busy machine stretches; and memory by a file's size.</summary>
internal static class Budget
{
    private const int ThreadCpuClock = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    public const long Bytes = 256L * 1024 * 1024;

    /// <summary>What was exceeded; null for nothing.</summary>
    public static string? Exceeded(Action work)
    {
        var (time, bytes) = (Spent(), GC.GetAllocatedBytesForCurrentThread());
        work();
        var (took, allocated) = (Spent() - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
        return took > Time ? $"{took.TotalMilliseconds} ms of the processor" : allocated > Bytes ? $"{allocated} bytes allocated" : null;
    }

    private static TimeSpan Spent() => ClockGetTime(ThreadCpuClock, out var spent) == 0 ? TimeSpan.FromSeconds(spent.Seconds) + TimeSpan.FromMicroseconds(spent.Nanoseconds / 1000.0) : throw new InvalidOperationException("clock_gettime");

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec spent);
}
