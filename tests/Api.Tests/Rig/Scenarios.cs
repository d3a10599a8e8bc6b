using System.Net.Http.Json;
using System.Text.Json;
using Alba;
using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>One request and its answer, for HTTP scenarios.</summary>
public static class Scenarios
{
    /// <summary>Send a request as a persona (nobody when the name is empty), with a real token, and read the answer as JSON.</summary>
    public static Task<Answer> SendAsync(this LedgerHost host, string @as, HttpMethod method, string path, object? body = null, Guid? command = null) =>
        host.App.SendAsync(@as, method, path, body, command);

    /// <summary>The same to an application of a test's own.</summary>
    public static async Task<Answer> SendAsync(this IAlbaHost app, string @as, HttpMethod method, string path, object? body = null, Guid? command = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (@as.Length > 0) await app.AuthorizeAsync(request, @as);
        if (command is { } id) request.Headers.Add(CommandIds.Header, id.ToString());
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body);
        using var client = app.Server.CreateClient();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var isJson = text.Length > 0 && text[0] is '{' or '[' && mediaType != "application/x-ndjson";
        return new((int)response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default, Failures.Told((int)response.StatusCode, text)) { MediaType = mediaType };
    }

    /// <summary>PUT a body.</summary>
    public static Task<Answer> PutAsync(this LedgerHost host, string @as, string path, object body, Guid? command = null) => host.SendAsync(@as, HttpMethod.Put, path, body, command);

    /// <summary>POST a body, or none.</summary>
    public static Task<Answer> PostAsync(this LedgerHost host, string @as, string path, object? body = null, Guid? command = null) => host.SendAsync(@as, HttpMethod.Post, path, body, command);

    /// <summary>GET.</summary>
    public static Task<Answer> GetAsync(this LedgerHost host, string @as, string path) => host.SendAsync(@as, HttpMethod.Get, path);

    /// <summary>The moment by the clock that records, as a parameter of an address: everything recorded so far is known at it, and nothing later.</summary>
    public static async Task<string> MomentAsync(this LedgerHost host)
    {
        await using var command = host.Database.CreateCommand("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many events a stream has, as the database has them.</summary>
    public static async Task<long> EventsAsync(this LedgerHost host, Guid? stream = null)
    {
        await using var command = host.Database.CreateCommand("select count(*) from ledger.mt_events where $1::uuid is null or stream_id = $1");
        command.Parameters.Add(new() { Value = stream ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>An answer: status, JSON if it is any, and text.</summary>
public sealed record Answer(int Status, JsonElement Json, string Text)
{
    /// <summary>Media type of the body, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>The problem's code.</summary>
    public string? Code => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>How many events the request recorded.</summary>
    public int Recorded => Json.GetProperty("recorded").GetInt32();

    /// <summary>The id in a receipt.</summary>
    public Guid Id => Json.GetProperty("id").GetGuid();

    /// <summary>It was refused with this status and code.</summary>
    public void ShouldRefuse(int status, string code)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code);
        MediaType.ShouldBe(Problem.MediaType);
        Json.GetProperty("titleTh").GetString().ShouldNotBe(code, "every code has a Thai sentence");
        Json.GetProperty("title").GetString().ShouldNotBe(code, "every code has an English sentence");
    }

    /// <summary>It was done, and recorded this many events.</summary>
    public Answer ShouldRecord(int events)
    {
        Status.ShouldBeOneOf(200, 201);
        Recorded.ShouldBe(events, Text);
        return this;
    }
}
