using System.Text.Json;
using CredentialLedger.Verifier.Cli;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using Snapshooter.Xunit;

namespace CredentialLedger.Verifier.Tests.Evidence;

public sealed class EvidenceCommandTests
{
    private static readonly string Trust = VectorFiles.Credential + "/trust.json";

    [Fact]
    public void A_good_bundle_is_told_in_both_languages()
    {
        var (exit, output, error) = Run("evidence", File("good"), "--trust", Trust);
        (exit, error).ShouldBe((0, ""));
        Snapshot.Match(output, "EvidenceReport.good");
    }

    [Theory]
    [InlineData("good-holes", 0), InlineData("payload-changed", 1), InlineData("compressed", 1), InlineData("quorum", 2)]
    public void The_exit_code_says_how_it_ended(string name, int exit) => Run("evidence", File(name), "--trust", Trust, "--lang", "en").Exit.ShouldBe(exit);

    [Fact]
    public void Json_has_the_checks_the_events_and_the_holes()
    {
        var json = JsonDocument.Parse(Run("evidence", File("good-holes"), "--trust", Trust, "--json").Output).RootElement;
        json.GetProperty("overall").GetString().ShouldBe("valid");
        json.GetProperty("checks").GetArrayLength().ShouldBe(6);
        json.GetProperty("events")[0].GetProperty("provenBy").GetString().ShouldBe("2026-11-20T03:04:11Z");
        json.GetProperty("holes")[0].GetProperty("until").GetInt64().ShouldBe(1);
    }

    [Fact]
    public void Wrong_use_is_64()
    {
        Run("evidence").Exit.ShouldBe(64);
        Run("evidence", File("good")).Exit.ShouldBe(64);
        Run("evidence", "no-such-file", "--trust", Trust).Exit.ShouldBe(64);
        Run("evidence", File("good"), "--trust", File("good")).Exit.ShouldBe(64);
    }

    private static string File(string name) => Repository.Vectors("evidence", $"{name}.zip");

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        return (CommandLine.Run(args, output, error, new FixedClock()), output.ToString(), error.ToString());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Sample.At;
    }
}
