using System.Net;
using System.Net.NetworkInformation;

namespace CredentialLedger.Api.Hosting;

/// <summary>What must be settled before the host is built.</summary>
public static class LedgerHost
{
    /// <summary>Settings are read from beside the program, wherever it is started from; generated code is written where the build asks.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = args is ["codegen", ..] ? null : AppContext.BaseDirectory,
    };

    /// <summary>Say so at once when the port is taken, before a database is started for nothing.</summary>
    /// <exception cref="HostingProblem">Another program listens there.</exception>
    public static void RequireFreePort(IConfiguration configuration, string[] args)
    {
        if (!CommandLine.Serves(args)) return;
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        foreach (var address in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && taken.Any(t => t.Port == uri.Port && Overlaps(t.Address, uri.Host)))
                throw new HostingProblem("port.taken", uri.Port);
        }
    }

    private static bool Overlaps(IPAddress taken, string host) =>
        !IPAddress.TryParse(host, out var asked) || taken.Equals(asked) || taken.Equals(IPAddress.Any) || taken.Equals(IPAddress.IPv6Any);
}
