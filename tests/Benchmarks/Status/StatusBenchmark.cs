using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;

namespace CredentialLedger.Benchmarks.Status;

/// <summary>How long a status list of a million places takes from statuses to signed token, in both formats, beside the compression alone; the line is one second.</summary>
public static class StatusBenchmark
{
    private const int Places = 1_000_000, Seed = 5;
    private static readonly Uri Address = new("https://status.example/body/1");

    /// <summary>Run it.</summary>
    public static async Task Run(Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Status lists ...");
        using var key = Key();
        report.Heading("Status lists");
        report.Line($"Lists of {Places:N0} places with 2 bits, statuses set, packed, compressed and signed (ES256), on one thread; the line is 1 a second. The last row compresses the packed list and does nothing else.\n");
        foreach (var (share, name) in new[] { (0.01, "one place in 150 is revoked or suspended"), (1.0, "two places in three are, at random: nothing to compress") })
        {
            var statuses = Statuses(share);
            var packed = Packed(statuses);
            var now = DateTimeOffset.UnixEpoch.AddYears(60);
            var measured = await SideBySide.Run(
            [
                new("Token Status List", (slice, _) => Task.FromResult(Rate(slice, () => StatusListToken.Sign(Packed(statuses), Address, key, now, now.AddDays(7))))),
                new("Bitstring Status List, both purposes", (slice, _) => Task.FromResult(Rate(slice, () =>
                {
                    var list = Packed(statuses);
                    foreach (var purpose in Enum.GetValues<StatusPurpose>()) BitstringToken.Sign(list, Address, purpose, "did:web:status.example", key, now, now.AddDays(7), TimeSpan.FromMinutes(5));
                }))),
                new("ZLIB alone", (slice, _) => Task.FromResult(Rate(slice, () => packed.Compress()))),
            ], settings, token);
            report.Line($"{char.ToUpperInvariant(name[0])}{name[1..]}:\n");
            report.Rates("lists per second", measured, measured[2]);
        }
    }

    private static double Rate(TimeSpan slice, Action make)
    {
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < slice || count == 0; count++) make();
        return count / watch.Elapsed.TotalSeconds;
    }

    private static StatusValue[] Statuses(double share)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Places).Select(_ => random.NextDouble() < share ? (StatusValue)random.Next(3) : StatusValue.Valid)];
    }

    private static StatusList Packed(StatusValue[] statuses)
    {
        var list = new StatusList(statuses.Length);
        for (var i = 0; i < statuses.Length; i++) if (statuses[i] is not StatusValue.Valid) list[i] = statuses[i];
        return list;
    }

    private static IssuerKey Key()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Benchmark", key, HashAlgorithmName.SHA256);
        return new(request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100)), [], key);
    }
}
