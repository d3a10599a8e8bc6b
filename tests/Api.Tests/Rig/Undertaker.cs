using System.Diagnostics;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>
/// Ends a test cluster when this process ends, however it ends: the test host is often killed before any handler of its own could run.
/// A small shell in a session of its own waits for the end of its input, which the kernel closes with this process.
/// </summary>
internal static class Undertaker
{
    private static readonly List<Process> Waiting = [];

    /// <summary>Stops the server of the folder after this process, and removes the folder.</summary>
    /// <param name="folder">A test cluster's folder.</param>
    public static void WaitFor(string folder)
    {
        // The postmaster is ended by its id, and only while its command line names this folder.
        const string script = """
            exec >/dev/null 2>&1
            cat
            read -r id <"$0/data/postmaster.pid" && grep -q -F -- "$0/data" "/proc/$id/cmdline" && kill -QUIT "$id"
            while [ -n "$id" ] && [ -s "/proc/$id/cmdline" ] 2>/dev/null && [ $((n += 1)) -le 100 ]; do sleep 0.1; done
            rm -rf -- "$0"
            """;
        Waiting.Add(Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", script, folder])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        })!);
    }
}
