using System.Text;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Http;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Witnessing;
using Microsoft.AspNetCore.Builder;

namespace CredentialLedger.Witness.Tests.Rig;

/// <summary>A party with its folder and its server on a free port of this machine, and its own clock.</summary>
internal sealed class Party : IAsyncDisposable
{
    public const string Name = "witness.example/1";

    private readonly IReadOnlyList<VerifierKey> logs;
    private readonly Limits limits;
    private WitnessFolder? folder;
    private WebApplication? app;

    private Party(IReadOnlyList<VerifierKey> logs, Limits limits) => (this.logs, this.limits) = (logs, limits);

    public string Path { get; } = Directory.CreateTempSubdirectory("witness-").FullName;

    public Clock Clock { get; } = new();

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public WitnessKeys Keys => WitnessKeys.Read(Path);

    public Uri Address => new(app!.Urls.First());

    public static string HashOf(string origin = TestLog.Origin) => new KnownLog(origin, []).Hash;

    public string State => System.IO.Path.Combine(Path, "state", HashOf(), "checkpoint");

    public string Mirror => System.IO.Path.Combine(Path, "mirror", HashOf());

    public static async Task<Party> Start(Limits? limits = null, params VerifierKey[] logs)
    {
        var party = new Party(logs.Length > 0 ? logs : [new TestLog().Signer.Key], limits ?? new());
        using (var place = WitnessFolder.Make(party.Path)) WitnessKeys.Make(place, Name);
        await party.Start();
        return party;
    }

    public async Task Start()
    {
        folder = WitnessFolder.Open(Path);
        try
        {
            app = WitnessHost.Build(folder, Keys, [.. logs.GroupBy(key => key.Name).Select(log => new KnownLog(log.Key, [.. log]))], "http://127.0.0.1:0", limits, Clock);
            await app.StartAsync();
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async Task Stop()
    {
        if (app is not null) await app.DisposeAsync();
        folder?.Dispose();
        app = null;
    }

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public Task<WitnessAnswer> Ask(TestLog log, long old, long size) => WitnessClient.AddCheckpoint(Http, Address, old, log.Proof(old, size), log.Note(size), default);

    /// <summary>Cosign and mirror up to a size, as the log's publisher does.</summary>
    public async Task<WitnessAnswer> Follow(TestLog log, long old, long size)
    {
        (await Ask(log, old, size)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        return await WitnessClient.Upload(Http, Address, log.Note(size), old, log.Entries, log.Complete, default);
    }

    public Task<HttpResponseMessage> Post(AddCheckpointRequest request) => Post("add-checkpoint", request.ToBytes());

    public Task<HttpResponseMessage> Post(string path, byte[] body, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(AddEntriesHeader.ContentType);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        return Http.PostAsync(new Uri(Address, path), content);
    }

    public Task<HttpResponseMessage> Get(string path) => Http.GetAsync(new Uri(Address, path));

    /// <summary>The served note of /witness or /mirror, or null.</summary>
    public async Task<SignedNote?> Served(string prefix)
    {
        var response = await Get($"/{prefix}/{HashOf()}/checkpoint");
        return response.IsSuccessStatusCode ? SignedNote.Parse(await response.Content.ReadAsByteArrayAsync()) : null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Http.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}

internal static class Responses
{
    public static async Task<string> Text(this Task<HttpResponseMessage> response) => Encoding.UTF8.GetString(await (await response).Content.ReadAsByteArrayAsync());

    public static async Task<int> Status(this Task<HttpResponseMessage> response) => (int)(await response).StatusCode;
}
