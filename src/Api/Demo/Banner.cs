using System.Globalization;
using System.Resources;

namespace CredentialLedger.Api.Demo;

/// <summary>What <c>make up</c> tells the person who called it, in Thai and English.</summary>
public sealed class Banner
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Demo.Banner", typeof(Banner).Assembly);

    /// <summary>The addresses that are served.</summary>
    public void Serving(string address) => Say("serving", address);

    /// <summary>Where the sample lies, and how to verify it.</summary>
    public void Sample(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        Say("sample", relative, $"eng/verifier verify {relative}/credential.xml --trust {relative}/trust.json --status {relative}/status.jwt");
    }

    /// <summary>How to keep a trust snapshot of this ledger, whose trust list is signed by the key of that thumbprint.</summary>
    public void Snapshot(string folder, string address, string thumbprint)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        Say("snapshot", $"eng/verifier trust update {relative}/trust --ledger {address} --key {thumbprint}", $"eng/verifier verify {relative}/credential.jwt --trust {relative}/trust");
    }

    /// <summary>The demo programme could not be loaded.</summary>
    public void DemoFailed(string why) => Say("demo-failed", why);

    private static void Say(string code, params object[] about)
    {
        foreach (var culture in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
            Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, Sentences.GetString(code, culture)!, about));
        Console.Out.WriteLine();
    }
}
