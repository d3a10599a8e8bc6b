using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using Snapshooter.Xunit;

namespace CredentialLedger.Verifier.Tests;

public class CommandLineTests
{
    private static readonly string Good = VectorFiles.Credential + "/good/ecdsa.xml";
    private static readonly string Trust = VectorFiles.Credential + "/trust.json";
    private static readonly string Status = VectorFiles.StatusList + "/good/body-a.jwt";

    [Fact]
    public void A_good_credential_is_valid()
    {
        var (exit, output, error) = Run("verify", Good, "--trust", Trust, "--status", Status);
        (exit, error).ShouldBe((0, ""));
        output.Split('\n')[0].ShouldBe("ใบรับรองนี้ใช้ได้ · This credential is valid.");
        Snapshot.Match(output, "Report.valid");
    }

    [Fact]
    public void A_revoked_one_is_invalid()
    {
        var (exit, output, _) = Run("verify", VectorFiles.Credential + "/status/revoked.xml", "--trust", Trust, "--status", Status, "--lang", "en");
        exit.ShouldBe(1);
        output.ShouldStartWith("This credential is NOT valid.\n");
        output.ShouldContain("has revoked the credential");
        output.Any(c => c is >= '\u0e00' and <= '\u0e7f').ShouldBeFalse("only what the document itself says in Thai may be Thai");
    }

    [Fact]
    public void A_proven_time_is_told_with_the_log_and_the_witnesses()
    {
        var (exit, output, _) = Run("verify", VectorFiles.Credential + "/good/log-proof.xml", "--trust", Trust, "--status", Status);
        exit.ShouldBe(0);
        output.ShouldContain("ลงนาม: พิสูจน์แล้วว่าอย่างช้าที่สุดเมื่อ 20 พฤศจิกายน พ.ศ. 2569 เวลา 10:04:07 น. (บันทึก log.example/credentials พยาน OCSC, TPQI)");
        output.ShouldContain("Signed: proven by 20 November 2026, 10:04:07 (UTC+7) at the latest (log log.example/credentials; witnesses: OCSC, TPQI)");
    }

    [Fact]
    public void Without_status_the_answer_is_undetermined() => Run("verify", Good, "--trust", Trust).Exit.ShouldBe(2);

    [Theory]
    [InlineData("verifier verify <FILE> [options]", "verify", "--help")]
    [InlineData("verifier trust update <FOLDER> [options]", "trust", "update", "--help")]
    [InlineData("verifier [command] [options]", "--help")]
    public void Help_names_the_command_as_one_calls_it(string usage, params string[] args)
    {
        var (exit, output, _) = Run(args);
        exit.ShouldBe(0);
        output.ShouldContain(usage);
    }

    [Fact]
    public void A_file_whose_name_begins_with_an_at_sign_is_a_file_and_no_list_of_arguments()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("at-").FullName, "name");
        File.WriteAllText(file, "Sommut Jaidee");
        var (exit, _, error) = Run("verify", $"@{file}", "--trust", Trust);
        exit.ShouldBe(64);
        error.ShouldContain($"There is no file @{file}.");
        error.ShouldNotContain("Jaidee", customMessage: "what a credential says stands in no message");
        File.Delete(file);
    }

    // The list is two hours old.
    [Theory]
    [InlineData("good/ecdsa.xml", "2h", 0)]
    [InlineData("good/ecdsa.xml", "119m", 2)]
    [InlineData("good/ecdsa.xml", "1d", 0)]
    [InlineData("status/revoked.xml", "119m", 1)]
    [InlineData("good/ecdsa.xml", "2", 64)]
    [InlineData("good/ecdsa.xml", "-2h", 64)]
    [InlineData("good/ecdsa.xml", "h", 64)]
    [InlineData("good/ecdsa.xml", "9999999d", 64)]
    public void Who_relies_on_no_older_list_is_told_that_it_is_too_old(string file, string age, int exit)
    {
        var run = Run("verify", VectorFiles.Credential + "/" + file, "--trust", Trust, "--status", Status, "--max-status-age", age, "--lang", "en");
        run.Exit.ShouldBe(exit, run.Output + run.Error);
        run.Output.Contains("[status.too-old]", StringComparison.Ordinal).ShouldBe(exit == 2);
    }

    [Fact]
    public void Both_bitstring_lists_stand_for_the_token_and_one_does_not()
    {
        var folder = Directory.CreateTempSubdirectory("lists-");
        var files = File.ReadAllLines(VectorFiles.StatusBitstring + "/good/body-a.jwts").Select((line, i) => (File: Path.Combine(folder.FullName, $"{i}.jwt"), line)).ToArray();
        foreach (var (file, line) in files) File.WriteAllText(file, line);
        Run("verify", Good, "--trust", Trust, "--status", files[0].File, "--status", files[1].File).Exit.ShouldBe(0);
        Run("verify", Good, "--trust", Trust, "--status", files[0].File).Exit.ShouldBe(2);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_test_document_says_so_in_thai()
    {
        var (exit, output, _) = Run("verify", VectorFiles.Credential + "/good/test-document.xml", "--trust", VectorFiles.Credential + "/trust-allows-tests.json", "--status", Status, "--lang", "th");
        exit.ShouldBe(0);
        output.ShouldContain("เอกสารทดสอบ");
    }

    [Fact]
    public void Json_is_the_verdict_of_the_library()
    {
        var (exit, output, _) = Run("verify", Good, "--trust", Trust, "--status", Status, "--json");
        exit.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.GetProperty("overall").GetString().ShouldBe("valid");
        Snapshot.Match(output, "Verdict.json");
    }

    [Theory]
    [InlineData("2026-11-22", 0)]
    [InlineData("2026-11-22T12:00:00Z", 0)]
    [InlineData("2026-11-22T19:00:00+07:00", 0)]
    [InlineData("2026-11-22T19:00+07:00", 0)]
    [InlineData("2026-11-23", 2)]
    [InlineData("2026-11-21", 2)]
    [InlineData("2026-11-19", 1)]
    [InlineData("2029-11-20", 1)]
    public void The_moment_asked_decides(string at, int exit) => Run("verify", Good, "--trust", Trust, "--status", Status, "--at", at).Exit.ShouldBe(exit);

    [Theory]
    [InlineData("/good/ecdsa.xml", "status.good")]
    [InlineData("/status/revoked.xml", "status.revoked")]
    public void A_list_issued_later_tells_what_is_known_since_and_leaves_the_answer_of_then(string file, string since)
    {
        string[] asked = ["verify", VectorFiles.Credential + file, "--trust", Trust, "--status", Status, "--at", "2026-11-21", "--lang", "en"];
        var (exit, output, _) = Run(asked);
        exit.ShouldBe(2, output);
        var (then, later) = (output.Split("Known since")[0], output.Split("Known since")[1]);
        then.ShouldContain("[status.later-than-asked]");
        then.ShouldNotContain(since);
        later.ShouldContain($"[{since}]");
        var json = JsonDocument.Parse(Run([.. asked, "--json"]).Output).RootElement;
        json.GetProperty("overall").GetString().ShouldBe("undetermined");
        json.GetProperty("knownSince").GetProperty("code").GetString().ShouldBe(since);
    }

    [Fact]
    public void A_list_of_the_moment_leaves_nothing_to_become_known() =>
        JsonDocument.Parse(Run("verify", Good, "--trust", Trust, "--status", Status, "--json").Output).RootElement.TryGetProperty("knownSince", out _).ShouldBeFalse();

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("22/11/2569")]
    [InlineData("2569-11-22")]
    [InlineData("2569-11-22T12:00:00+07:00")]
    [InlineData("yesterday")]
    [InlineData("2026-11-22T12:00:00")]
    [InlineData("")]
    public void A_date_that_is_not_plain_is_wrong_use(string at) => Wrong("verify", Good, "--trust", Trust, "--at", at);

    [Fact]
    public void Wrong_use_is_64_with_a_sentence_and_never_a_trace()
    {
        Wrong();
        Wrong("check");
        Wrong("verify");
        Wrong("verify", Good);
        Wrong("verify", Good, "--trust");
        Wrong("verify", Good, "--trust", Trust, "--unknown");
        Wrong("verify", Good, "--trust", Trust, "--lang", "fr");
        Wrong("verify", Good, Good, "--trust", Trust);
        Wrong("verify", Good, "--trust", "no-such-file");
        Wrong("verify", Good, "--trust", Good);
        Wrong("verify", Good, "--trust", Trust, "--status", "no-such-file");
        Wrong("verify", "no-such-file", "--trust", Trust);
        Wrong("verify", Path.GetDirectoryName(Good)!, "--trust", Trust);
    }

    [Fact]
    public void Help_is_no_wrong_use()
    {
        Run("--help").Exit.ShouldBe(0);
        Run("verify", "--help").Output.ShouldContain("--trust");
    }

    private static void Wrong(params string[] args)
    {
        var (exit, output, error) = Run(args);
        exit.ShouldBe(64, string.Join(' ', args));
        (output + error).ShouldNotBeEmpty();
        (output + error).ShouldNotContain("   at ");
        if (args.Length > 0) error.ShouldContain("\n");
    }

    private static (int Exit, string Output, string Error) Run(params string[] args) => CommandRun.At(Sample.At, args);
}
