using CredentialLedger.Projections.Audit;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Random changes of tiles, entry bundles, the checkpoint and the signer's state, one at a time: each is found by a whole audit, a tile by its name.</summary>
public sealed class FileTamperSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly LargeLedger large = new();

    public Task InitializeAsync() => large.InitializeAsync();

    public Task DisposeAsync() => large.DisposeAsync();

    private static readonly (string Name, Func<Random, byte[], byte[]?> Change)[] Kinds =
    [
        ("bit", (r, b) => Flipped(b, r.Next(b.Length), (byte)(1 << r.Next(8)))),
        ("byte", (r, b) => Flipped(b, r.Next(b.Length), (byte)r.Next(1, 256))),
        ("cut", (r, b) => b[..r.Next(b.Length)]),
        ("more", (r, b) => [.. b, .. b.AsSpan(0, r.Next(1, b.Length))]),
        ("rotated", (r, b) => r.Next(1, b.Length) is var n ? [.. b.AsSpan(n), .. b.AsSpan(0, n)] : b),
        ("gone", (_, _) => null),
    ];

    [Fact]
    public async Task Every_change_of_a_file_is_found()
    {
        var (chance, ledger) = (Mode.Chance(output), large.Ledger);
        var files = Directory.GetFiles(ledger.Files.Path, "*", SearchOption.AllDirectories).Append(ledger.SignerFile).Order(StringComparer.Ordinal).ToArray();
        var (missed, count) = (new List<string>(), 0);
        while (count < Mode.Of(files.Length + 6, 1000))
        {
            var (file, kind) = (files[count < files.Length ? count : chance.Next(files.Length)], Kinds[chance.Next(Kinds.Length)]);
            var good = await File.ReadAllBytesAsync(file);
            var bad = kind.Change(chance, good);
            // A narrower part of a tile may go: the wider one has all that is in it.
            if (bad is null ? IsNarrower(file) : bad.AsSpan().SequenceEqual(good)) continue;
            if (bad is null) File.Delete(file);
            else await File.WriteAllBytesAsync(file, bad);
            var (name, found) = (Path.GetRelativePath(ledger.Files.Path, file), (await ledger.AuditAsync()).Defects);
            if (!found.Any(d => name.StartsWith("tile", StringComparison.Ordinal) ? d == new Defect(DefectKind.FileChanged, name)
                : d.Kind is DefectKind.CheckpointWrong or DefectKind.SignerWrong or DefectKind.FileChanged)) missed.Add($"{kind.Name} {name}: {string.Join(", ", found.Take(3))}");
            await File.WriteAllBytesAsync(file, good);
            count++;
        }
        (await ledger.AuditAsync()).Defects.ShouldBeEmpty();
        output.WriteLine($"{count} changes of {files.Length} files, {missed.Count} not found or not named");
        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_signers_state_of_before_the_published_checkpoint_is_told()
    {
        var old = large.First.SignedBy(Log.LogLedger.Key);
        await File.WriteAllBytesAsync(large.Ledger.SignerFile, old.ToBytes());
        (await large.Ledger.AuditAsync()).Defects.ShouldContain(new Defect(DefectKind.SignerWrong, "signer"));
    }

    private static bool IsNarrower(string file) =>
        int.TryParse(Path.GetFileName(file), out var width) && Path.GetDirectoryName(file) is { } folder && folder.EndsWith(".p", StringComparison.Ordinal)
            && Directory.GetFiles(folder).Any(other => int.Parse(Path.GetFileName(other), null) > width);

    private static byte[] Flipped(byte[] bytes, int at, byte by)
    {
        var bad = (byte[])bytes.Clone();
        bad[at] ^= by;
        return bad;
    }
}
