using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>A web server on loopback that gives out some files, as a ledger or a mirror does.</summary>
internal sealed class PublishedFiles : IDisposable
{
    private readonly HttpListener server;
    private readonly Task serving;

    public PublishedFiles()
    {
        (server, Address) = Listening();
        serving = Task.Run(ServeAsync);
    }

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public Uri Address { get; }

    public void Dispose()
    {
        server.Close();
        serving.GetAwaiter().GetResult();
    }

    private async Task ServeAsync()
    {
        while (await NextAsync() is { } context)
        {
            var path = context.Request.Url!.AbsolutePath;
            if (path == "/elsewhere") context.Response.Redirect("/trust.jwt");
            else if (Files.TryGetValue(path, out var file)) await context.Response.OutputStream.WriteAsync(file);
            else context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            context.Response.Close();
        }
    }

    private async Task<HttpListenerContext?> NextAsync()
    {
        try
        {
            return await server.GetContextAsync();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            return null;
        }
    }

    // The listener cannot choose a free port itself; somebody else may take it between.
    private static (HttpListener Server, Uri Address) Listening()
    {
        for (var tries = 20; ; tries--)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            probe.Stop();
            var server = new HttpListener { Prefixes = { address.AbsoluteUri } };
            try
            {
                server.Start();
                return (server, address);
            }
            catch (HttpListenerException) when (tries > 0)
            {
                server.Close();
            }
        }
    }
}
