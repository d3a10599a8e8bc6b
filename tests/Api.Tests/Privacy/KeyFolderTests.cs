using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>Keys off the database: only their owner reads them, and one that exists is never replaced by accident.</summary>
public sealed class KeyFolderTests(LedgerHost host) : IClassFixture<LedgerHost>, IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"ledger-keys-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_key_of_a_running_ledger_is_for_its_owner_alone()
    {
        var keys = Path.Combine(host.Folder, "keys");
        string[] files = Directory.GetFiles(keys, "*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(3);
        files.Where(f => Path.GetFileName(f) != KeyFolder.LockFile && File.GetUnixFileMode(f) != Owner).ShouldBeEmpty();
        Directory.GetDirectories(keys, "*", SearchOption.AllDirectories).Append(keys).Where(d => File.GetUnixFileMode(d) != (Owner | UnixFileMode.UserExecute)).ShouldBeEmpty();
    }

    [Fact]
    public void A_key_is_made_once_even_when_many_ask_at_once()
    {
        var keys = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => Convert.ToHexString(new KeyFolder(folder).GetOrCreate("a"))).ToArray();
        keys.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["a.key", KeyFolder.LockFile], ignoreOrder: true, "no draft is left");
    }

    [Fact]
    public void A_key_of_another_length_is_none()
    {
        var keys = new KeyFolder(folder);
        keys.Create("a");
        File.WriteAllBytes(Path.Combine(folder, "a.key"), new byte[31]);
        keys.Read("a").ShouldBeNull();
        Should.Throw<InvalidDataException>(() => keys.GetOrCreate("a"));
    }

    [Fact]
    public void A_folder_that_others_may_read_is_closed()
    {
        Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        new KeyFolder(folder).Create("a");
        File.GetUnixFileMode(folder).ShouldBe(Owner | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Destroying_a_key_twice_or_one_that_never_was_is_nothing_special()
    {
        var keys = new KeyFolder(folder);
        keys.Create("a");
        keys.Destroy("a");
        keys.Destroy("a");
        keys.Read("a").ShouldBeNull();
    }
}
