using System.Security.Cryptography;
using CredentialLedger.Api.Imports;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Generator;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>The generator of synthetic data: the same bytes on every machine, and all of it can be recorded.</summary>
public sealed class GeneratorTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly string Demo = Path.Combine(AppContext.BaseDirectory, "demo");

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_every_row_is_recorded()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-generator-").FullName;
        try
        {
            Sample.Write(Programme.Read(Demo), folder, new Size(60, 120, 90));
            string.Join('\n', new[] { "people", "completions", "results" }.Select(name => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, $"{name}.csv"))))))
                .ShouldBe("""
                    61d4b913012ef116048faf56e9abe054e6cc3b6972d4aed204118ffa3e536fbb
                    d15bd8b234b9a0084e683987d045075035988add71678ccba12c76201bd81881
                    8a32510edc2adbf34b8ffc510b4a28c65509ff61faa97f387c1a7d622ca6c1d9
                    """);

            foreach (var (kind, file) in new[] { ("frameworks", "frameworks.csv"), ("frameworks", "frameworks-synthetic.csv"), ("courses", "courses.csv") })
                (await host.RunAsync(kind, File.ReadAllText(Path.Combine(Demo, file)))).Refused.ShouldBe(0);
            foreach (var (kind, rows) in new[] { ("people", 60), ("completions", 120), ("results", 90) })
                (await host.RunAsync(kind, File.ReadAllText(Path.Combine(folder, $"{kind}.csv")))).ShouldBe(new Progress(rows, rows, 0, 0));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
