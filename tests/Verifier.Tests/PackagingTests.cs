using System.Diagnostics;
using System.Runtime.InteropServices;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>What <c>make pack</c> leaves is installed and asked as a stranger would.</summary>
public sealed class PackagingTests : IDisposable
{
    // Of one day, so that the answer is the same on every day.
    private static readonly string[] Question = ["verify", VectorFiles.Credential + "/good/ecdsa.xml", "--trust", VectorFiles.Credential + "/trust.json", "--status", VectorFiles.StatusList + "/good/body-a.jwt", "--at", "2026-11-22", "--lang", "en"];

    private readonly string folder = Directory.CreateTempSubdirectory("packed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_tool_and_the_file_without_dotnet_give_the_library_s_answer()
    {
        var platform = RuntimeInformation.RuntimeIdentifier;
        Run(Path.Combine(Repository.Root, "eng", "pack.sh"), ["--to", folder, platform]);

        // Nothing but the folder is a source, so what is installed is what was packed.
        var sources = Path.Combine(folder, "nuget.config");
        File.WriteAllText(sources, $"""<configuration><packageSources><clear /><add key="packed" value="{folder}" /></packageSources></configuration>""");
        Run("dotnet", ["tool", "install", "CredentialLedger.Verifier.Cli", "--tool-path", Path.Combine(folder, "tools"), "--configfile", sources]);
        var tool = Run(Path.Combine(folder, "tools", "verifier"), Question);
        tool.ShouldStartWith("This credential is valid.");

        // Without PATH and DOTNET_ROOT no runtime of the machine is found.
        Run(Path.Combine(folder, platform, "verifier"), Question, isAlone: true).ShouldBe(tool);
    }

    private static string Run(string program, string[] arguments, bool isAlone = false)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (isAlone)
            foreach (var name in start.Environment.Keys.Where(k => k is "PATH" || k.StartsWith("DOTNET_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit(TimeSpan.FromMinutes(5)).ShouldBeTrue(program);
        process.ExitCode.ShouldBe(0, said + errors.GetAwaiter().GetResult());
        return said;
    }
}
