using System.Globalization;
using System.Resources;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>What a party's operator types, and what the program answers.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class CommandLineSpec : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("witness-cli-").FullName, "party", "witness");

    private string Key => Path.Combine(folder, "witness.key");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(folder))!, recursive: true);

    [Fact]
    public void Keygen_writes_two_closed_keys_and_prints_what_a_policy_needs()
    {
        var (exit, output, error) = Run("keygen", "--name", "witness.ocsc.example/1", folder);
        (exit, error).ShouldBe((0, ""));
        var keys = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(VerifierKey.Parse).ToList();
        keys.Select(key => (key.Name, key.Type)).ShouldBe([("witness.ocsc.example/1", NoteKeyType.Cosignature), ("witness.ocsc.example/1/mirror", NoteKeyType.Cosignature)]);
        keys[0].PublicKey.ToArray().ShouldNotBe(keys[1].PublicKey.ToArray());
        foreach (var file in Directory.GetFiles(folder, "*.key")) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Run("key", folder).ShouldBe((0, output, ""));
    }

    [Fact]
    public void A_key_is_never_overwritten()
    {
        Run("keygen", "--name", "w", folder);
        var before = File.ReadAllText(Key);
        Run("keygen", "--name", "w", folder).Exit.ShouldBe(ExitCode.Exists);
        File.ReadAllText(Key).ShouldBe(before);
        File.Delete(Key);
        Run("keygen", "--name", "w", folder).Exit.ShouldBe(ExitCode.Exists, "the other one is there");
        File.Exists(Key).ShouldBeFalse();
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused()
    {
        Run("keygen", "--name", "w", folder);
        foreach (var wide in new[] { UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.GroupWrite })
        {
            File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | wide);
            Run("key", folder).ShouldBe((ExitCode.Open, "", Words.Both("key-open", Key) + "\n"));
            Run("serve", folder, "--log", new TestLog().Signer.Key.ToString()).Exit.ShouldBe(ExitCode.Open);
        }
        File.SetUnixFileMode(Key, UnixFileMode.UserRead);
        Run("key", folder).Exit.ShouldBe(0);
    }

    [Fact]
    public void A_damaged_key_is_no_other_key()
    {
        Run("keygen", "--name", "w", folder);
        var good = File.ReadAllText(Key);
        for (var at = 0; at < good.Length; at++)
        {
            File.WriteAllText(Key, $"{good[..at]}{(char)(good[at] ^ 1)}{good[(at + 1)..]}");
            Run("key", folder).Exit.ShouldBe(ExitCode.Damaged, $"byte {at}");
        }
        File.WriteAllText(Key, "");
        Run("key", folder).Exit.ShouldBe(ExitCode.Damaged);
    }

    [Fact]
    public void Wrong_use_is_64_with_a_sentence_in_both_languages_and_never_a_trace()
    {
        var vkey = new TestLog().Signer.Key.ToString();
        Wrong();
        Wrong("check");
        Wrong("keygen", folder);
        Wrong("keygen", "--name", "two words", folder);
        Wrong("keygen", "--name", "a+b", folder);
        Wrong("key", folder + "/none");
        Wrong("serve", folder + "/none", "--log", vkey);
        Run("keygen", "--name", "w", folder).Exit.ShouldBe(0);
        Wrong("serve", folder);
        Wrong("serve", folder, "--log", "no key");
        Wrong("serve", folder, "--log", WitnessKeys.Read(folder).Witness.Key.ToString());
        Wrong("serve", folder, "--log", vkey, "--urls", "https://127.0.0.1:1");
        Wrong("serve", folder, "--log", vkey, "--urls", "127.0.0.1:1");
        foreach (var settings in new[] { "", "{", "null", "{\"log\":[]}", "{\"logs\":[{\"keys\":[]}]}", "{\"logs\":[{\"keys\":[\"x\"]}]}" })
        {
            File.WriteAllText(Path.Combine(folder, "witness.json"), settings);
            Wrong("serve", folder);
        }
    }

    [Fact]
    public void The_settings_name_the_logs_and_their_keys()
    {
        Run("keygen", "--name", "w", folder);
        var (old, next) = (new TestLog().Signer.Key.ToString(), new TestLog(0, "log.example/renamed", 9).Signer.Key.ToString());
        File.WriteAllText(Path.Combine(folder, "witness.json"), $$"""{ "urls": "http://127.0.0.1:5091", "logs": [ { "origin": "{{TestLog.Origin}}", "keys": ["{{old}}", "{{next}}"] } ] }""");
        var settings = Settings.Of(folder);
        settings.Urls.ShouldBe("http://127.0.0.1:5091");
        settings.KnownLogs([old, new TestLog(0, "log.example/2", 8).Signer.Key.ToString()]).Select(log => (log.Origin, log.Keys.Count)).ShouldBe([(TestLog.Origin, 2), ("log.example/2", 1)]);
    }

    [Fact]
    public async Task Serving_prints_one_line_and_a_second_process_or_a_taken_address_is_refused()
    {
        var vkey = new TestLog().Signer.Key.ToString();
        WitnessProcess.Run("keygen", "--name", "w", folder).Exit.ShouldBe(0);
        using var served = await WitnessProcess.Serve(folder, "--urls", "http://127.0.0.1:0", "--log", vkey);
        using var http = new HttpClient { BaseAddress = served.Address };
        (await http.GetStringAsync("/health/ready")).ShouldBe("ready\n");
        var second = WitnessProcess.Run("serve", folder, "--urls", "http://127.0.0.1:0", "--log", vkey);
        (second.Exit, second.Output).ShouldBe((ExitCode.InUse, ""));
        WitnessProcess.Run("keygen", "--name", "w", folder + "2").Exit.ShouldBe(0);
        WitnessProcess.Run("serve", folder + "2", "--urls", served.Address.ToString(), "--log", vkey).Exit.ShouldBe(ExitCode.Unavailable);
    }

    [Fact]
    public async Task A_damaged_folder_does_not_serve()
    {
        await using var party = await Party.Start();
        await party.Ask(new TestLog(9), 0, 9);
        await party.Stop();
        File.AppendAllText(party.State, "\n");
        var (exit, output, error) = Run("serve", party.Path, "--log", new TestLog().Signer.Key.ToString());
        (exit, output, error).ShouldBe((ExitCode.Damaged, "", Words.Both("damaged", party.State) + "\n"));
    }

    [Fact]
    public void Every_sentence_is_there_in_both_languages()
    {
        var texts = new ResourceManager("CredentialLedger.Witness.Cli.Words", typeof(Words).Assembly);
        Dictionary<string, string> Set(CultureInfo culture) => texts.GetResourceSet(culture, true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
        var (english, thai) = (Set(CultureInfo.InvariantCulture), Set(CultureInfo.GetCultureInfo("th")));
        english.Keys.ShouldBe(thai.Keys, ignoreOrder: true);
        foreach (var (name, sentence) in thai)
        {
            sentence.Any(c => c is >= '\u0e00' and <= '\u0e7f').ShouldBeTrue(name);
            foreach (var place in new[] { "{0}", "{1}" }) sentence.Contains(place, StringComparison.Ordinal).ShouldBe(english[name].Contains(place, StringComparison.Ordinal), name);
        }
    }

    private static void Wrong(params string[] args)
    {
        var (exit, output, error) = Run(args);
        exit.ShouldBe(ExitCode.WrongUse, string.Join(' ', args));
        (output + error).ShouldNotBeEmpty();
        (output + error).ShouldNotContain("   at ");
        if (args.Length > 0) error.Any(c => c is >= '\u0e00' and <= '\u0e7f').ShouldBeTrue();
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = CommandLine.Run(args, output, error, new Clock());
        return (exit, output.ToString(), error.ToString());
    }
}
