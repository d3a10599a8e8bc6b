namespace CredentialLedger.Verifier.Cli.Snapshots;

/// <summary>Gets published files. Redirects are not followed: an address is what was signed or given.</summary>
internal sealed class Downloads : IDisposable
{
    private const int MaxBytes = 12 * 1024 * 1024 + 1;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The first bytes at an address, one more than the library takes.</summary>
    /// <exception cref="DownloadException">Nobody answers, or not with the file.</exception>
    public byte[] Get(Uri address)
    {
        try
        {
            using var response = http.Send(new(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode is not System.Net.HttpStatusCode.OK) throw new DownloadException("not-given", address, (int)response.StatusCode);
            using var body = response.Content.ReadAsStream();
            var bytes = new byte[MaxBytes];
            return bytes[..body.ReadAtLeast(bytes, MaxBytes, throwOnEndOfStream: false)];
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new DownloadException("unreachable", address, 0);
        }
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A file could not be fetched.</summary>
internal sealed class DownloadException(string name, Uri address, int status) : Exception(name)
{
    public string Sentences { get; } = Usage.Both(name, address, status);
}
