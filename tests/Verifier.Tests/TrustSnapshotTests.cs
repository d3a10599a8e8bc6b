using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

/// <summary>The command line against a server on loopback: it fetches once, then verifies without the server.</summary>
public sealed class TrustSnapshotTests : IDisposable
{
    private const string ListPath = "/status/body-a/1";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string root = Directory.CreateTempSubdirectory("snapshot-").FullName;
    private readonly PublishedFiles ledger = new();

    private string Folder => Path.Combine(root, "trust");

    private Uri List => new(ledger.Address, ListPath);

    public TrustSnapshotTests()
    {
        PublishDid(key);
        PublishTrust(Sample.At.AddHours(-1));
        PublishList(Sample.At.AddHours(-2));
    }

    public void Dispose()
    {
        ledger.Dispose();
        key.Dispose();
        other.Dispose();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void What_was_fetched_verifies_a_credential_when_the_server_is_gone()
    {
        First().Exit.ShouldBe(0);
        var document = Document();
        ledger.Dispose();
        Run("verify", document, "--trust", Folder).Exit.ShouldBe(0);
        Run("verify", document, "--trust", Path.Combine(root, "nothing")).Exit.ShouldBe(64);
        Update().ShouldSatisfyAllConditions(u => u.Exit.ShouldBe(69), u => u.Output.ShouldContain("cannot be reached"));
        Run("verify", document, "--trust", Folder).Exit.ShouldBe(0);
    }

    [Fact]
    public void The_second_time_neither_address_nor_key_is_needed_and_another_one_is_refused()
    {
        First();
        Update().Exit.ShouldBe(0);
        First().Exit.ShouldBe(0);
        Run("trust", "update", Folder, "--ledger", "https://other.example").Exit.ShouldBe(64);
        Run("trust", "update", Folder, "--key", SignedTrustList.KeyIdOf(other)).Exit.ShouldBe(64);
    }

    [Fact]
    public void The_first_time_needs_both_and_keeps_nothing_of_another_key()
    {
        Update().Exit.ShouldBe(64);
        Run("trust", "update", Folder, "--ledger", ledger.Address.AbsoluteUri).Exit.ShouldBe(64);
        Run("trust", "update", Folder, "--ledger", "ftp://ledger.example", "--key", SignedTrustList.KeyIdOf(key)).Exit.ShouldBe(64);
        Run("trust", "update", Folder, "--ledger", ledger.Address.AbsoluteUri, "--key", SignedTrustList.KeyIdOf(other)).Exit.ShouldBe(1);
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("signed by another key")]
    [InlineData("expired")]
    [InlineData("older")]
    [InlineData("nonsense")]
    public void A_trust_list_that_does_not_count_replaces_nothing(string defect)
    {
        First();
        var before = File.ReadAllBytes(Path.Combine(Folder, "trust.jwt"));
        switch (defect)
        {
            case "signed by another key": PublishTrust(Sample.At, by: other); break;
            case "expired": PublishTrust(Sample.At.AddDays(-3)); break;
            case "older": PublishTrust(Sample.At.AddHours(-2)); break;
            default: ledger.Files["/trust.jwt"] = "<html>"u8.ToArray(); break;
        }

        Update().Exit.ShouldBe(1);
        File.ReadAllBytes(Path.Combine(Folder, "trust.jwt")).ShouldBe(before);
        Run("verify", Document(), "--trust", Folder).Exit.ShouldBe(0);
    }

    [Theory]
    [InlineData("older")]
    [InlineData("expired")]
    [InlineData("of another issuer")]
    [InlineData("of another address")]
    [InlineData("cut off")]
    [InlineData("missing")]
    public void A_status_list_that_does_not_count_replaces_nothing(string defect)
    {
        First();
        switch (defect)
        {
            case "older": PublishList(Sample.At.AddHours(-3), revoked: true); break;
            case "expired": PublishList(Sample.At.AddDays(-3), revoked: true); break;
            case "of another issuer": ledger.Files[ListPath] = Token(TestKeys.BodyB, List, Sample.At, revoked: true); break;
            case "of another address": ledger.Files[ListPath] = Token(TestKeys.BodyA, new("https://mirror.example/1"), Sample.At, revoked: true); break;
            case "cut off": ledger.Files[ListPath] = ledger.Files[ListPath][..^10]; break;
            default: ledger.Files.TryRemove(ListPath, out _); break;
        }

        Update().Exit.ShouldBe(2);
        Run("verify", Document(), "--trust", Folder).Exit.ShouldBe(0);
        PublishList(Sample.At, revoked: true);
        Update().Exit.ShouldBe(0);
        Run("verify", Document(), "--trust", Folder).Exit.ShouldBe(1);
    }

    [Fact]
    public void A_snapshot_whose_trust_list_has_expired_says_so_and_is_not_used()
    {
        First();
        var (exit, _, error) = CommandRun.At(Sample.At.AddDays(2), "verify", Document(), "--trust", Folder);
        exit.ShouldBe(64);
        error.ShouldContain(Sentences.English(Codes.TrustStale));
        error.ShouldContain(Sentences.Thai(Codes.TrustStale));
    }

    [Fact]
    public void A_list_that_grew_stale_leaves_the_question_open()
    {
        PublishList(Sample.At.AddHours(-25), lifetime: 26);
        First().Exit.ShouldBe(0);
        CommandRun.At(Sample.At.AddHours(2), "verify", Document(), "--trust", Folder).Exit.ShouldBe(2);
    }

    [Fact]
    public void Lists_that_the_trust_list_names_no_more_are_taken_away_and_redirects_are_not_followed()
    {
        First();
        PublishTrust(Sample.At, list: new Uri(ledger.Address, "elsewhere"));
        Update().ShouldSatisfyAllConditions(u => u.Exit.ShouldBe(2), u => u.Output.ShouldContain("302"));
        Directory.GetFiles(Path.Combine(Folder, "status")).ShouldBeEmpty();
    }

    [Fact]
    public void The_pin_leads_to_the_key_that_replaced_it_and_to_no_other()
    {
        First();
        PublishTrust(Sample.At, by: other);
        Update().Exit.ShouldBe(1);
        ledger.Files["/trust-keys.txt"] = [.. TrustKeyChain.Link("did:web:ledger.example", other, Sample.At.AddMinutes(-30), key, Sample.At.AddDays(-30)), (byte)'\n'];
        Update().ShouldSatisfyAllConditions(u => u.Exit.ShouldBe(0, u.Output), u => Run("verify", Document(), "--trust", Folder).Exit.ShouldBe(0));
        // Whoever has the old key now signs nothing that counts, also when the server hides what leads on.
        PublishTrust(Sample.At.AddMinutes(1), by: key);
        ledger.Files.TryRemove("/trust-keys.txt", out _);
        CommandRun.At(Sample.At.AddMinutes(2), "trust", "update", Folder).ShouldSatisfyAllConditions(u => u.Exit.ShouldBe(1), u => u.Output.ShouldContain(Sentences.English(Codes.TrustKeyReplaced)));
        Run("verify", Document(), "--trust", Folder).Exit.ShouldBe(0);
        // A new folder may begin at the old pin, which somebody printed.
        ledger.Files["/trust-keys.txt"] = File.ReadAllBytes(Path.Combine(Folder, "trust-keys.txt"));
        PublishTrust(Sample.At, by: other);
        Run("trust", "update", Path.Combine(root, "again"), "--ledger", ledger.Address.AbsoluteUri, "--key", SignedTrustList.KeyIdOf(key)).Exit.ShouldBe(0);
    }

    [Theory]
    [InlineData("<html>", 1)]
    [InlineData(null, 69)]
    public void A_first_update_that_is_refused_leaves_nothing_behind(string? list, int exit)
    {
        if (list is null) ledger.Files.TryRemove("/trust.jwt", out _);
        else ledger.Files["/trust.jwt"] = Encoding.ASCII.GetBytes(list);
        First().Exit.ShouldBe(exit);
        Directory.Exists(Folder).ShouldBeFalse("else the folder would be bound to a ledger that gave nothing");
    }

    [Fact]
    public void A_kept_trust_list_that_is_damaged_is_told_by_its_file_and_not_laid_on_the_ledger()
    {
        First();
        var kept = Path.Combine(Folder, "trust.jwt");
        File.WriteAllBytes(kept, File.ReadAllBytes(kept)[..^10]);
        Update().ShouldSatisfyAllConditions(u => u.Exit.ShouldBe(64), u => u.Error.ShouldContain($"{kept} is not in the form of a trust snapshot."));
        File.Delete(kept);
        Update().Exit.ShouldBe(0);
    }

    [Fact]
    public void A_folder_without_a_name_is_wrong_use()
    {
        Run("trust", "update", "", "--ledger", ledger.Address.AbsoluteUri, "--key", SignedTrustList.KeyIdOf(key)).Exit.ShouldBe(64);
        Run("trust", "update", "a\0b", "--ledger", ledger.Address.AbsoluteUri, "--key", SignedTrustList.KeyIdOf(key)).Exit.ShouldBe(64);
    }

    [Fact]
    public void A_folder_that_somebody_spoilt_is_told()
    {
        First();
        File.WriteAllText(Path.Combine(Folder, "ledger.json"), "{}");
        Run("verify", Document(), "--trust", Folder).Exit.ShouldBe(64);
        Update().Exit.ShouldBe(64);
    }

    private (int Exit, string Output, string Error) First() => Run("trust", "update", Folder, "--ledger", ledger.Address.AbsoluteUri, "--key", SignedTrustList.KeyIdOf(key));

    private (int Exit, string Output, string Error) Update() => Run("trust", "update", Folder);

    private void PublishDid(ECDsa of) => ledger.Files["/.well-known/did.json"] = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["id"] = "did:web:ledger.example",
        ["verificationMethod"] = new JsonArray(new JsonObject { ["type"] = "JsonWebKey", ["publicKeyJwk"] = SignedTrustList.JwkOf(of) }),
    });

    private void PublishTrust(DateTimeOffset issued, ECDsa? by = null, Uri? list = null) => ledger.Files["/trust.jwt"] = SignedTrustList.Sign(Trust(list ?? List), [], by ?? key, issued, issued.AddDays(2));

    private void PublishList(DateTimeOffset issued, bool revoked = false, int lifetime = 48) => ledger.Files[ListPath] = Token(TestKeys.BodyA, List, issued, revoked, lifetime);

    private static byte[] Token(TestKey by, Uri address, DateTimeOffset issued, bool revoked = false, int lifetime = 48)
    {
        var list = Sample.List();
        if (revoked) list[Sample.GoodIndex] = StatusValue.Invalid;
        return StatusListToken.Sign(list, address, by.Issuer(), issued, issued.AddHours(lifetime));
    }

    // Body A publishes here, the others nowhere.
    private static TrustList Trust(Uri list)
    {
        var sample = Sample.Trust();
        return new(sample.AllowsTest, sample.Roots, [.. sample.Issuers.Select(i => i with { StatusLists = i.Code == "BODY-A" ? [list] : [] })], sample.Logs);
    }

    private string Document()
    {
        var path = Path.Combine(root, "credential.xml");
        File.WriteAllBytes(path, CredentialDocument.Sign(Sample.Content(TestKeys.BodyA) with { Status = new(List, Sample.GoodIndex) }, TestKeys.BodyA.Issuer(), Sample.SignedAt));
        return path;
    }

    private static (int Exit, string Output, string Error) Run(params string[] args) => CommandRun.At(Sample.At, args);
}
