using System.Text.Json;
using CredentialLedger.Verifier.Receipts;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using Snapshooter.Xunit;

namespace CredentialLedger.Verifier.Tests;

/// <summary>The command line checks receipts against a snapshot, as the index of the vectors says.</summary>
public class ReceiptTests
{
    private static readonly string Document = VectorFiles.Credential + "/good/ecdsa.xml", Other = VectorFiles.Credential + "/status/revoked.xml", Good = VectorFiles.Receipt + "/good/valid.jwt";

    public static TheoryData<IndexEntry> Receipts => [.. VectorFiles.Index(VectorFiles.Receipt)];

    [Theory]
    [MemberData(nameof(Receipts))]
    public void A_receipt_is_judged_as_its_index_says(IndexEntry entry)
    {
        var (_, output, error) = Run(VectorFiles.Receipt + "/" + entry.File, entry.Trust, "--document", Document, "--json");
        error.ShouldBeEmpty();
        var verdict = JsonDocument.Parse(output).RootElement;
        verdict.GetProperty("overall").GetString().ShouldBe(entry.Overall, output);
        var checks = verdict.GetProperty("checks").EnumerateArray().ToArray();
        checks.ShouldContain(c => c.GetProperty("name").GetString() == entry.Check && c.GetProperty("code").GetString() == entry.Code, output);
        foreach (var earlier in checks.TakeWhile(c => c.GetProperty("name").GetString() != entry.Check)) earlier.GetProperty("result").GetString().ShouldBe("passed");
        (verdict.GetProperty("answer").ValueKind is JsonValueKind.Object).ShouldBe(checks[1].GetProperty("result").GetString() == "passed", output);
    }

    [Fact]
    public void Every_vector_has_a_file_and_every_code_a_vector()
    {
        VectorFiles.Index(VectorFiles.Receipt).Select(e => e.File).ShouldBe(ReceiptVector.All.Select(v => v.File));
        VectorFiles.On(VectorFiles.Receipt, "*.jwt").Where(f => !f.Contains("snapshot/", StringComparison.Ordinal)).ShouldBe(ReceiptVector.All.Select(v => v.File), ignoreOrder: true);
        typeof(ReceiptCodes).GetFields().Select(f => (string)f.GetValue(null)!).Except(ReceiptVector.All.Select(v => v.Code))
            .ShouldBe([ReceiptCodes.FormGood, ReceiptCodes.Signed, ReceiptCodes.TimeGood, ReceiptCodes.LogHolds, ReceiptCodes.LogNone, ReceiptCodes.DocumentMissing], ignoreOrder: true);
    }

    [Fact]
    public void A_good_one_says_what_was_answered_about_which_file()
    {
        var (exit, output, error) = Run(Good, "snapshot", "--document", Document);
        (exit, error).ShouldBe((0, ""));
        Snapshot.Match(output, "Receipt.valid");
    }

    [Fact]
    public void Only_a_receipt_that_holds_and_says_valid_of_the_file_at_hand_ends_with_0()
    {
        Run(VectorFiles.Receipt + "/good/not-valid.jwt", "snapshot", "--document", Document).ShouldSatisfyAllConditions(
            r => r.Exit.ShouldBe(1), r => r.Output.ShouldContain("This receipt is genuine."), r => r.Output.ShouldContain("The ledger answered: the credential is NOT valid."));
        Run(Good, "snapshot").ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(2), r => r.Output.ShouldContain($"[{ReceiptCodes.DocumentMissing}]"));
        Run(Good, "snapshot", "--document", Other).Exit.ShouldBe(1);
        Run(VectorFiles.Receipt + "/refused/unknown-key.jwt", "snapshot", "--document", Document).Exit.ShouldBe(2);
    }

    [Fact]
    public void Without_a_snapshot_or_with_one_that_has_expired_it_is_wrong_use()
    {
        CommandRun.At(Sample.At, "receipt", Good, "--trust", VectorFiles.Credential + "/trust.json").Exit.ShouldBe(64);
        CommandRun.At(Sample.At.AddDays(31), "receipt", Good, "--trust", VectorFiles.Receipt + "/snapshot").Exit.ShouldBe(64);
        CommandRun.At(Sample.At, "receipt", "nowhere.jwt", "--trust", VectorFiles.Receipt + "/snapshot").Exit.ShouldBe(64);
    }

    private static (int Exit, string Output, string Error) Run(string receipt, string snapshot, params string[] more) =>
        CommandRun.At(Sample.At, ["receipt", receipt, "--trust", VectorFiles.Receipt + "/" + snapshot, .. more]);
}
