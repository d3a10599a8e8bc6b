using CredentialLedger.Api.Hosting.Postgres;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CredentialLedger.Api.Hosting;

/// <summary>
/// Where the ledger of a folder listens, for verbs that ask it: a file a port in <c>serving/</c>, and one beside it that is locked for as long as its program lives. The
/// kernel drops the lock however that program ends, so an address whose lock nobody holds is stale and counts for nothing.
/// </summary>
public sealed class ServedAddress(IServer server, IConfiguration configuration, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private const string Lock = ".lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private FileStream? held;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Keep().GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A host is stopped by whoever ends it, sometimes by two at once: one of them lets go.
        if (Interlocked.Exchange(ref held, null) is not { } mine) return Task.CompletedTask;
        File.Delete(Path.ChangeExtension(mine.Name, null));
        File.Delete(mine.Name);
        mine.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref held, null)?.Dispose();

    /// <summary>Where a ledger of that folder listens now. Several that serve one folder are one ledger, so any of them will do.</summary>
    /// <exception cref="HostingProblem">None does, or what is written there is no address.</exception>
    public static Uri Of(string folder)
    {
        var place = PlaceIn(folder);
        if (!Directory.Exists(place) || Directory.EnumerateFiles(place, $"*{Lock}").Order().FirstOrDefault(FolderLock.IsHeldAlone) is not { } held) throw new HostingProblem("ledger.not-serving", folder);
        var file = Path.ChangeExtension(held, null);
        return File.Exists(file) && Uri.TryCreate(File.ReadAllText(file).Trim(), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : throw new HostingProblem("ledger.unreadable-address", file);
    }

    private static string PlaceIn(string folder) => Path.Combine(folder, "serving");

    // A test's host listens nowhere. The address is there before the lock says that it holds.
    private async Task Keep()
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.ToList() is not [var first, ..] addresses) return;
        var address = Reachable(addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? first);
        var file = Path.Combine(Directory.CreateDirectory(PlaceIn(LedgerFolder.Of(configuration))).FullName, $"{address.Port}");
        await File.WriteAllTextAsync(file, $"{address}\n");
        held = await FolderLock.ExclusiveAsync(file + Lock, Patience, lifetime.ApplicationStopping);
    }

    // Who listens on every address of the machine is asked on its own.
    private static Uri Reachable(string listening) => new UriBuilder(BindingAddress.Parse(listening) is var b && b.Host is "*" or "+" or "0.0.0.0" or "[::]" ? $"{b.Scheme}://127.0.0.1:{b.Port}" : listening).Uri;
}
