using CredentialLedger.Verifier.Cli;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>A copy of a log is checked by its files alone, and every byte of it counts.</summary>
public sealed class MirrorAuditSpec : IDisposable
{
    private static readonly NoteSigner Key = new("log.example", NoteKeyType.Ed25519, new byte[32]);
    private static readonly NoteSigner Witness = new("witness.example", NoteKeyType.Cosignature, Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly TlogPolicy Policy = TlogPolicy.Parse($"log {Key.Key}\nwitness W {Witness.Key}\nquorum W\n");

    private readonly TileFolder files = new(Directory.CreateTempSubdirectory("mirror-").FullName);

    public void Dispose() => Directory.Delete(files.Path, recursive: true);

    private Checkpoint Grow(int size, int old = 0, byte salt = 0)
    {
        static byte[] Entry(long i, byte salt) => [1, .. System.Security.Cryptography.SHA256.HashData([salt, .. BitConverter.GetBytes(i)])];
        files.Grow(old, size, (from, end) => [.. Enumerable.Range((int)from, (int)(end - from)).Select(i => (ReadOnlyMemory<byte>)Entry(i, salt))]);
        var checkpoint = new Checkpoint("log.example", size, MerkleTree.Root(size, new TileHashes(size, files.Hashes).Of));
        var note = checkpoint.SignedBy(Key);
        files.Publish((note with { Signatures = [.. note.Signatures, Cosignature.Make(Witness, note.Text, DateTimeOffset.UnixEpoch.AddDays(20_000))] }).ToBytes());
        return checkpoint;
    }

    private MirrorReport Audit(Checkpoint? since = null) => MirrorAudit.Run(files, origin => origin == "log.example" ? Policy : null, since);

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public void A_good_copy_of_any_size_is_clean_and_contains_every_earlier_tree(int size)
    {
        var first = Grow(1);
        var last = size == 1 ? first : Grow(size, 1);
        var report = Audit(first);
        report.Faults.ShouldBeEmpty();
        report.Checkpoint.ShouldBe(last);
        report.Witnesses.ShouldBe(["W"]);
    }

    [Fact]
    public void Every_byte_of_every_file_counts()
    {
        Grow(300);
        var random = new Random(7);
        foreach (var file in Directory.GetFiles(files.Path, "*", SearchOption.AllDirectories))
        {
            var good = File.ReadAllBytes(file);
            for (var n = 0; n < 40; n++)
            {
                var bad = (byte[])good.Clone();
                bad[random.Next(bad.Length)] ^= (byte)(1 + random.Next(255));
                File.WriteAllBytes(file, bad);
                // A line of a key that nobody knows says nothing (C2SP signed-note), so it is one witness less.
                (Audit() is { Clean: true, Witnesses: ["W"] }).ShouldBeFalse(file);
            }
            File.Delete(file);
            Audit().Clean.ShouldBeFalse(file);
            File.WriteAllBytes(file, good);
        }
        Audit().Clean.ShouldBeTrue();
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("tile/0/000.p/200")]
    [InlineData("tile/entries/000.p/200")]
    public void A_file_of_a_copy_is_read_no_further_than_a_log_has_any(string name)
    {
        Grow(200);
        using (var file = File.OpenWrite(Path.Combine(files.Path, name))) file.SetLength(1L << 33);
        Audit().Clean.ShouldBeFalse();
    }

    [Fact]
    public void A_log_that_wrote_its_history_again_with_its_own_key_is_caught_by_what_was_kept_of_it()
    {
        var kept = Grow(200);
        Directory.Delete(Path.Combine(files.Path, "tile"), recursive: true);
        Grow(300, salt: 1);
        Audit().Clean.ShouldBeTrue();
        Audit(kept).Faults.ShouldBe([(MirrorCodes.Rewritten, "checkpoint 200")]);
        Directory.Delete(Path.Combine(files.Path, "tile"), recursive: true);
        Grow(100);
        Audit(kept).Faults.ShouldBe([(MirrorCodes.Rewritten, "checkpoint 200")]);
    }

    [Fact]
    public void The_command_line_says_so_in_both_languages_and_by_its_exit_code()
    {
        Grow(10);
        var trust = Path.Combine(files.Path, "..", $"{Path.GetFileName(files.Path)}.json");
        try
        {
            File.WriteAllText(trust, $$"""{"format":"credentialledger-trust-1","allowsTest":false,"roots":[],"issuers":[],"logs":["log {{Key.Key}}\nwitness W {{Witness.Key}}\nquorum W\n"]}""");
            Run(0, "10 entries, root", "audit", files.Path, "--trust", trust);
            File.Delete(Path.Combine(files.Path, "tile", "0", "000.p", "10"));
            Run(1, "สำเนาไม่ถูกต้อง", "audit", files.Path, "--trust", trust);
            Run(1, "\"log.mirror-file\"", "audit", files.Path, "--trust", trust, "--json");
            Run(64, "There is no folder", "audit", files.Path + "x", "--trust", trust);
            Run(64, "is no checkpoint", "audit", files.Path, "--trust", trust, "--since", trust);
        }
        finally
        {
            File.Delete(trust);
        }
    }

    private static void Run(int code, string says, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        CommandLine.Run(args, output, error, TimeProvider.System).ShouldBe(code, error.ToString());
        (output.ToString() + error).ShouldContain(says);
    }
}
