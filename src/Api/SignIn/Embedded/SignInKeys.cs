using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Api.Privacy;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>The keys with which the embedded provider signs tokens, in the key folder: the newest signs, the one before it is still published.</summary>
public sealed class SignInKeys(KeyFolder folder, TimeProvider clock)
{
    /// <summary>Files of keys: the rest of the name is a version 7 UUID, so that the newest comes last.</summary>
    internal const string Files = "sign-in-*.pem";

    private const int Published = 2;

    /// <summary>The published keys, the newest first; the first one is made on first use.</summary>
    public IReadOnlyList<ECDsaSecurityKey> Load()
    {
        if (!Newest().Any()) Make();
        return [.. Newest().Take(Published).Select(Read)];
    }

    /// <summary>Sign with a new key from now on. What the present one signed stays good until it expires; what came before that is destroyed.</summary>
    /// <returns>The new key's id.</returns>
    public string Rotate()
    {
        var id = Make();
        foreach (var old in Newest().Skip(Published)) File.Delete(old);
        return id;
    }

    private string[] Newest() => [.. Directory.GetFiles(folder.Path, Files).OrderDescending(StringComparer.Ordinal)];

    private string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = $"sign-in-{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        folder.WriteNew($"{id}.pem", Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        return id;
    }

    private static ECDsaSecurityKey Read(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new(key) { KeyId = Path.GetFileNameWithoutExtension(file) };
    }
}

/// <summary>Has a running provider take a new key up within seconds, whichever process made it.</summary>
public sealed class SignInKeysChanged(KeyFolder folder) : IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    // Polled: what notices changes by itself is scarce in containers, and missing on network file systems.
    private readonly PhysicalFileProvider files = new(folder.Path) { UsePollingFileWatcher = true, UseActivePolling = true };

    /// <inheritdoc/>
    public string Name => Options.DefaultName;

    /// <inheritdoc/>
    public IChangeToken GetChangeToken() => files.Watch(SignInKeys.Files);

    /// <inheritdoc/>
    public void Dispose() => files.Dispose();
}
