using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Benchmarks.Verification;

/// <summary>How many documents are verified in a second of processor time on one thread: by Verifier, by libxmlsec1 in C, and how many bare signatures.</summary>
public static class VerifyBenchmark
{
    /// <summary>Run it on the sample credential of the demo programme.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Verification ...");
        var withProof = await File.ReadAllBytesAsync(ledger.Demo("credential.xml"), token);
        var document = CredentialProofs.Strip(withProof);
        var file = Path.Combine(settings.Work, "credential.xml");
        await File.WriteAllBytesAsync(file, document, token);
        var status = await File.ReadAllBytesAsync(ledger.Demo("status.jwt"), token);
        var trust = TrustList.Parse(await File.ReadAllBytesAsync(ledger.Demo("trust.json"), token));
        var root = Path.Combine(settings.Work, "root.pem");
        await File.WriteAllTextAsync(root, trust.Roots[0].ExportCertificatePem(), token);
        var (key, signed, signature) = BareSignature(document);

        var measured = await SideBySide.Run(
        [
            new("raw ECDSA", (slice, _) => Task.FromResult(Rate(slice, () => key.VerifyData(signed, signature, HashAlgorithmName.SHA256)))),
            new("libxmlsec1", async (slice, cancel) =>
            {
                var said = await Tool.Output(settings.Xmlsec, [file, root, slice.TotalSeconds.ToString(CultureInfo.InvariantCulture)], cancel);
                var numbers = said.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
                return numbers[0] / numbers[1];
            }),
            new("Verifier", (slice, _) => Task.FromResult(Rate(slice, () => Verify.Document(document, trust, status, DateTimeOffset.UtcNow).Overall is Overall.Valid))),
            new("Verifier, log proof", (slice, _) => Task.FromResult(Rate(slice, () => Verify.Document(withProof, trust, status, DateTimeOffset.UtcNow).Overall is Overall.Valid))),
            new("Verifier, no status", (slice, _) => Task.FromResult(Rate(slice, () => Verify.Document(document, trust, null, DateTimeOffset.UtcNow).Overall is Overall.Undetermined))),
            new("Verifier, no status, chain not known", (slice, _) => Task.FromResult(Rate(slice, () => Verify.Document(document, Anew(trust), null, DateTimeOffset.UtcNow).Overall is Overall.Undetermined))),
        ], settings, token);

        report.Heading("Verification");
        report.Line($"A credential of {document.Length} bytes, {withProof.Length} with its log proof, with an ECDSA P-256 signature and a status list token of {status.Length} bytes. The raw loop verifies one signature over {signed.Length} bytes.\n");
        report.Rates("per second of processor time", measured, measured[0], measured[1]);
    }

    // Established chains are kept by the trust list: a new one knows none.
    private static TrustList Anew(TrustList trust) => new(trust.AllowsTest, trust.Roots, trust.Issuers, trust.Logs);

    // All threads of the process count: compiling and collecting are part of the price. Other programs' load is not.
    internal static double Rate(TimeSpan slice, Func<bool> verify)
    {
        var (start, count) = (Environment.CpuUsage.TotalTime, 0L);
        TimeSpan used;
        do
        {
            if (!verify()) throw new InvalidOperationException("What is measured must succeed.");
            count++;
            used = Environment.CpuUsage.TotalTime - start;
        }
        while (used < slice);
        return count / used.TotalSeconds;
    }

    internal static (ECDsa Key, byte[] Signed, byte[] Signature) BareSignature(byte[] document)
    {
        var xml = new XmlDocument { PreserveWhitespace = true };
        using var stream = new MemoryStream(document);
        xml.Load(stream);
        XmlElement One(string name) => (XmlElement)xml.GetElementsByTagName(name, SignedXml.XmlDsigNamespaceUrl)[0]!;
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(One("X509Certificate").InnerText));
        var info = new XmlDocument { PreserveWhitespace = true };
        info.AppendChild(info.ImportNode(One("SignedInfo"), deep: true));
        var canonical = new XmlDsigExcC14NTransform();
        canonical.LoadInput(info);
        using var bytes = new MemoryStream();
        ((Stream)canonical.GetOutput(typeof(Stream))).CopyTo(bytes);
        return (certificate.GetECDsaPublicKey()!, bytes.ToArray(), Convert.FromBase64String(One("SignatureValue").InnerText));
    }
}
