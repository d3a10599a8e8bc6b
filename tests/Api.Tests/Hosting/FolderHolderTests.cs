using System.Net;
using System.Net.Sockets;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.Configuration;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>Who starts a second server on a folder, or one on a taken port, is told at once, and nothing is changed.</summary>
public sealed class FolderHolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-held-").FullName;

    private ConfigurationManager Settings(string? database = null, string? witness = null) =>
        new() { ["Ledger:Folder"] = folder, ["urls"] = "http://127.0.0.1:5691", ["ConnectionStrings:Ledger"] = database, [LocalWitnesses.ProgramKey] = witness };

    private string[] Files => [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order().Select(f => File.Exists(f) && !f.EndsWith(".lock", StringComparison.Ordinal) ? $"{f} {File.ReadAllText(f)}" : f)];

    // As make runs it: with nothing but what up.sh itself sets.
    private Task<(int Code, string Said)> UpAsync(int port) =>
        Tool.RunAsync("env", $"Ledger__Folder={folder}", $"PORT={port}", "bash", Path.Combine(Repository.Root, "eng", "up.sh"));

    [Fact]
    public async Task A_second_server_is_refused_by_process_and_port_until_the_first_has_ended()
    {
        var first = await FolderHolder.TakeAsync(Settings(), []);
        var problem = await Should.ThrowAsync<HostingProblem>(() => FolderHolder.TakeAsync(Settings(), ["run"]));
        problem.Code.ShouldBe("folder.held");
        problem.English.ShouldStartWith($"Process {Environment.ProcessId} already serves the ledger in {folder}, on port 5691.");
        (await Should.ThrowAsync<HostingProblem>(() => FolderHolder.TakeAsync(Settings(), ["projections", "rebuild"]))).Code.ShouldBe("folder.held", "the server would answer from half of the rows");
        (await FolderHolder.TakeAsync(Settings(), ["audit"])).ShouldBeNull("verbs run beside a server");
        (await FolderHolder.TakeAsync(Settings("Host=elsewhere"), [])).ShouldBeNull("several may serve a database that is nobody's own");
        (await Should.ThrowAsync<HostingProblem>(() => FolderHolder.TakeAsync(Settings("Host=elsewhere", "witness.dll"), []))).Code.ShouldBe("folder.held");
        first!.Dispose();
        using var next = await FolderHolder.TakeAsync(Settings(), []);
        next.ShouldNotBeNull();
    }

    [Fact]
    public async Task Make_up_says_who_holds_the_folder_before_it_builds_anything()
    {
        using var held = await FolderHolder.TakeAsync(Settings(), []);
        var before = Files;
        var (code, said) = await UpAsync(5692);
        code.ShouldBe(1);
        said.ShouldContain($"Process {Environment.ProcessId} already serves the ledger in {folder}, on port 5691.");
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, "a sentence in each language");
        Files.ShouldBe(before);
    }

    [Fact]
    public async Task Make_up_says_that_a_port_is_taken_before_it_builds_anything()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var port = ((IPEndPoint)stranger.LocalEndpoint).Port;
        var (code, said) = await UpAsync(port);
        code.ShouldBe(1);
        said.ShouldContain($"Port {port} is taken by another program");
        Files.ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
