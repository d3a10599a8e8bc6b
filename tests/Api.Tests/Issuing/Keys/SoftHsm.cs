using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CredentialLedger.Api.Issuing.Keys;

namespace CredentialLedger.Api.Tests.Issuing.Keys;

/// <summary>SoftHSM with its tokens in a folder of this process. A token is made before the module is loaded, which looks for tokens once.</summary>
internal static class SoftHsm
{
    private const string Pin = "271828";

    private static readonly string Folder = Made();

    /// <summary>Where a key is, with the right PIN.</summary>
    public static Pkcs11Settings Key(string label, string token = "ledger") => new() { Module = Module, Token = token, Key = label, PinFile = SecretFile("pin", Pin) };

    /// <summary>Debian's module.</summary>
    public static string Module => new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so" }.First(File.Exists);

    /// <summary>A file that only its owner reads.</summary>
    public static string SecretFile(string name, string content)
    {
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file)) File.WriteAllText(file, content + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    /// <summary>Bring a private key into the token, as a vendor's tool does.</summary>
    public static void Import(AsymmetricAlgorithm key, string label) =>
        Run("--import", SecretFile($"{label}.pem", key.ExportPkcs8PrivateKeyPem()), "--token", "ledger", "--label", label, "--id", Convert.ToHexString(RandomNumberGenerator.GetBytes(4)), "--pin", Pin);

    private static string Made()
    {
        var folder = Directory.CreateTempSubdirectory("softhsm-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var settings = Path.Combine(folder, "softhsm2.conf");
        File.WriteAllText(settings, $"directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\n");
        // The module reads the C environment, which .NET's own does not write.
        if (SetEnvironment("SOFTHSM2_CONF", settings, 1) != 0) throw new InvalidOperationException("setenv");
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", settings);
        Run("--init-token", "--free", "--label", "ledger", "--pin", Pin, "--so-pin", "314159");
        return folder;
    }

    private static void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("softhsm2-util", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(said);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
