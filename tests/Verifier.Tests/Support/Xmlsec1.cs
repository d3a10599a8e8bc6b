using System.Diagnostics;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The independent tool, called as docs/formats/credential.md tells an agency to call it.</summary>
internal static class Xmlsec1
{
    public static readonly string[] Arguments =
    [
        "--verify", "--enabled-reference-uris", "same-doc",
        "--id-attr:Id", "urn:credentialledger:credential:1:Credential",
        "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
    ];

    /// <summary>Whether xmlsec1 accepts a file, judged as of the given moment.</summary>
    public static bool Accepts(string file, string root, DateTimeOffset at)
    {
        var start = new ProcessStartInfo("xmlsec1") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments) start.ArgumentList.Add(argument);
        // xmlsec1 reads the time in the machine's zone; a day's noon is far from every certificate's ends here.
        string[] rest = ["--verification-time", at.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), "--trusted-pem", root, file];
        foreach (var argument in rest) start.ArgumentList.Add(argument);
        using var process = Start(start);
        var output = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromSeconds(30))) throw new TimeoutException(file);
        output.GetAwaiter().GetResult();
        return process.ExitCode == 0;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("xmlsec1 is not on the PATH: apt-get install -y xmlsec1", missing);
        }
    }
}
