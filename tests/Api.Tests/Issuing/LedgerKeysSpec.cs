using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Verification;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Tests.Issuing;

/// <summary>The ledger's own keys are replaced with overlap, and what was made under an older one still holds until that is ended.</summary>
public sealed class LedgerKeysSpec : IDisposable
{
    private const string Number = "CL-0000-0000-0000-00";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero), Then = Now + LedgerKeyRotation.Notice;

    private readonly string folder = Directory.CreateTempSubdirectory("ledger-keys-").FullName;
    private readonly MovedClock clock = new();
    private readonly ProgrammeSettings programme = new() { PublicUri = new("https://ledger.example") };
    private readonly KeyFolder files;

    // As a server and a verb beside it: each has its own, and they meet in the folder.
    private readonly LedgerKeyring keys;
    private readonly LedgerKeyRotation rotation;

    public LedgerKeysSpec()
    {
        files = new(folder);
        keys = new(files);
        rotation = new(new(new KeyFolder(folder)), new KeyFolder(folder), programme, clock);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_first_key_is_the_file_that_a_ledger_had_before_there_were_others()
    {
        var secret = files.GetOrCreate("trust-list");
        keys.InForce(KeyKind.TrustList, Now).Secret.ShouldBe(secret);
        keys.All(KeyKind.TrustList).Count.ShouldBe(1);
        keys.TrustLinks().ShouldBeEmpty();
    }

    [Fact]
    public void A_key_that_signs_is_announced_before_it_is_used_and_the_one_before_leads_to_it()
    {
        var first = keys.InForce(KeyKind.TrustList, Now);
        var made = rotation.Rotate(KeyKind.TrustList, isCompromised: false);
        keys.InForce(KeyKind.TrustList, Then.AddSeconds(-1)).Id.ShouldBe(first.Id);
        keys.InForce(KeyKind.TrustList, Then).Id.ShouldBe(made.Id);
        SignedTrustList.KeyIdOf(TrustKeyChain.Follow(first.Signs!, Encoding.ASCII.GetBytes(keys.TrustLinks())).Last).ShouldBe(made.Id);
        Should.Throw<HostingProblem>(() => rotation.Rotate(KeyKind.TrustList, isCompromised: false)).Code.ShouldBe("ledger-key.waiting");
        Should.Throw<HostingProblem>(() => rotation.End(KeyKind.TrustList, 1, isCompromised: false)).Code.ShouldBe("ledger-key.in-use");
        Should.Throw<HostingProblem>(() => rotation.End(KeyKind.TrustList, 2, isCompromised: false)).Code.ShouldBe("ledger-key.in-use");
        Should.Throw<HostingProblem>(() => rotation.End(KeyKind.TrustList, 3, isCompromised: false)).Code.ShouldBe("ledger-key.missing");
        Methods().ShouldBe([$"{first.Id} expires", $"{made.Id} ", $"{keys.InForce(KeyKind.Receipts, Now).Id} "]);
    }

    [Fact]
    public void An_ended_key_is_destroyed_and_what_it_signed_can_still_be_checked()
    {
        var first = keys.InForce(KeyKind.TrustList, Now);
        rotation.Rotate(KeyKind.TrustList, isCompromised: false);
        clock.Now = Then;
        rotation.End(KeyKind.TrustList, 1, isCompromised: false);
        rotation.End(KeyKind.TrustList, 1, isCompromised: false).Secret.ShouldBeNull();
        files.Read("trust-list").ShouldBeNull();
        keys.All(KeyKind.TrustList).Select(k => k.Id).First().ShouldBe(first.Id);
        var third = rotation.Rotate(KeyKind.TrustList, isCompromised: false);
        SignedTrustList.KeyIdOf(TrustKeyChain.Follow(first.Signs!, Encoding.ASCII.GetBytes(keys.TrustLinks())).Last).ShouldBe(third.Id);
    }

    [Fact]
    public void A_stolen_key_leads_nowhere_and_the_new_one_is_used_at_once()
    {
        var first = keys.InForce(KeyKind.TrustList, Now);
        var made = rotation.Rotate(KeyKind.TrustList, isCompromised: true);
        keys.InForce(KeyKind.TrustList, Now).Id.ShouldBe(made.Id);
        keys.TrustLinks().ShouldBeEmpty();
        Methods()[..2].ShouldBe([$"{first.Id} revoked, silent", $"{made.Id} "]);
    }

    [Fact]
    public void A_key_that_was_ended_may_turn_out_to_be_stolen_and_then_nothing_of_it_counts()
    {
        rotation.Rotate(KeyKind.Receipts, isCompromised: false);
        clock.Now = Then;
        var ended = rotation.End(KeyKind.Receipts, 1, isCompromised: false).EndedAt;
        keys.ReceiptKeys().First().IsCompromised.ShouldBeFalse();
        clock.Now = Then.AddDays(1);
        var stolen = rotation.End(KeyKind.Receipts, 1, isCompromised: true);
        (stolen.IsCompromised, stolen.EndedAt).ShouldBe((true, ended));
        keys.ReceiptKeys().Select(k => k.IsCompromised).ShouldBe([true, false]);
        rotation.End(KeyKind.Receipts, 1, isCompromised: false).IsCompromised.ShouldBeTrue("what was stolen stays stolen");
    }

    [Fact]
    public void Whoever_knew_the_announced_key_goes_on_from_it_when_the_one_in_use_is_stolen()
    {
        var first = keys.InForce(KeyKind.TrustList, Now);
        rotation.Rotate(KeyKind.TrustList, isCompromised: false);
        var kept = keys.TrustLinks();
        var third = rotation.Rotate(KeyKind.TrustList, isCompromised: true);
        keys.InForce(KeyKind.TrustList, Now).Id.ShouldBe(third.Id);
        var chain = TrustKeyChain.Follow(first.Signs!, Encoding.ASCII.GetBytes(kept + keys.TrustLinks()));
        SignedTrustList.KeyIdOf(chain.Last).ShouldBe(third.Id);
        TrustKeyChain.Follow(first.Signs!, Encoding.ASCII.GetBytes(keys.TrustLinks())).Links.ShouldBeEmpty();
    }

    [Fact]
    public void Receipts_name_their_keys_with_their_times()
    {
        var first = keys.InForce(KeyKind.Receipts, Now);
        rotation.Rotate(KeyKind.Receipts, isCompromised: false);
        keys.ReceiptKeys().Select(k => (k.From, k.Until, k.IsCompromised)).ShouldBe([(null, Then, false), (Then, null, false)]);
        clock.Now = Then;
        rotation.Rotate(KeyKind.Receipts, isCompromised: true);
        keys.ReceiptKeys().Select(k => (k.From, k.Until, k.IsCompromised)).ShouldBe([(null, Then, false), (Then, Then, true), (Then, null, false)]);
        SignedTrustList.KeyIdOf(keys.ReceiptKeys().First().Key).ShouldBe(first.Id);
    }

    [Fact]
    public void A_code_of_an_older_key_fits_until_that_key_is_ended()
    {
        var codes = new CheckCodes(keys);
        var printed = codes.Of(Number);
        rotation.Rotate(KeyKind.CheckCodes, isCompromised: false);
        var newer = codes.Of(Number);
        newer.ShouldNotBe(printed);
        codes.Fits(Number, printed).ShouldBeTrue();
        codes.Fits(Number, newer).ShouldBeTrue();
        codes.Fits(Number, "0000-0000").ShouldBeFalse();
        rotation.End(KeyKind.CheckCodes, 1, isCompromised: false);
        codes.Fits(Number, printed).ShouldBeFalse();
        codes.Fits(Number, newer).ShouldBeTrue();
        rotation.Rotate(KeyKind.CheckCodes, isCompromised: true);
        codes.Fits(Number, newer).ShouldBeFalse();
    }

    [Fact]
    public void A_link_of_an_older_key_opens_until_that_key_is_ended()
    {
        var secrets = new ShareSecrets(keys, programme);
        var link = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        var given = Token(secrets.AddressOf(link));
        rotation.Rotate(KeyKind.ShareLinks, isCompromised: false);
        secrets.LinkIn(given).ShouldBe(link);
        secrets.LinkIn(Token(secrets.AddressOf(link))).ShouldBe(link);
        rotation.End(KeyKind.ShareLinks, 1, isCompromised: false);
        secrets.LinkIn(given).ShouldBeNull();
    }

    [Fact]
    public void Keys_are_closed_to_others_and_one_that_was_made_half_is_taken_up()
    {
        keys.All(KeyKind.Receipts);
        files.Create("receipts.2"); // killed before it was announced
        keys.All(KeyKind.Receipts).Count.ShouldBe(1);
        rotation.Rotate(KeyKind.Receipts, isCompromised: true).Secret.ShouldBe(files.Read("receipts.2"));
        foreach (var file in Directory.GetFiles(folder).Where(f => Path.GetFileName(f) != KeyFolder.LockFile)) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    private string[] Methods()
    {
        var document = JsonSerializer.SerializeToElement(DidDocuments.OfLedger(programme.Did(), keys, new("https://ledger.example/trust.jwt")));
        var asserting = document.GetProperty("assertionMethod").EnumerateArray().Select(a => a.GetString()).ToHashSet();
        return [.. document.GetProperty("verificationMethod").EnumerateArray().Select(m =>
            $"{m.GetProperty("id").GetString()!.Split('#')[1]} {(m.TryGetProperty("expires", out _) ? "expires" : m.TryGetProperty("revoked", out _) ? "revoked" : "")}{(asserting.Contains(m.GetProperty("id").GetString()) ? "" : ", silent")}")];
    }

    private static string Token(Uri address) => address.Query.Split('=')[1];

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = LedgerKeysSpec.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
