using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Http;
using CredentialLedger.Verifier.Status;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>Writes each status list as a signed static file, from events and from nothing else, so that no edit of a read model makes a revoked credential valid.</summary>
public sealed class StatusPublisher(NpgsqlDataSource database, Issuers issuers, StatusPlaces places, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long a list may be relied on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How long a consumer may keep a list before looking for a newer one.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>The file of an issuer's list, counted from 1; null for an issuer that this ledger does not sign for.</summary>
    public string? FileOf(string issuer, int number) =>
        issuers.Find(issuer) is null ? null : Path.Combine(LedgerFolder.Of(configuration), "status", issuer, $"{number}.jwt");

    /// <summary>The file of the list at an address; null for a list that is not ours.</summary>
    public string? FileOf(Uri list) =>
        list.Segments is [_, "status/", var issuer, var number] && int.TryParse(number, out var n) && places.ListOf(issuer.TrimEnd('/'), n) == list
            ? FileOf(issuer.TrimEnd('/'), n) : null;

    /// <summary>Write every list of every issuer anew.</summary>
    public async Task PublishAll(CancellationToken token)
    {
        foreach (var issuer in issuers.Codes) await Publish(issuer, token);
    }

    /// <summary>Write every list of one issuer anew: whole or not at all.</summary>
    public async Task Publish(string issuer, CancellationToken token)
    {
        if (issuers.Find(issuer) is not { Key: var key }) return;
        await writing.WaitAsync(token);
        try
        {
            var lists = await places.ListsOf(issuer, token);
            for (var i = 0; i < lists.Count; i++)
            {
                var now = clock.GetUtcNow();
                var list = await Read(lists[i], now.ThaiDay(), token);
                Replace(FileOf(issuer, i + 1)!, StatusListToken.Sign(list, lists[i], key, now, now + Lifetime, TimeToLive));
            }
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<StatusList> Read(Uri list, DateOnly today, CancellationToken token)
    {
        var status = new StatusList(StatusPlaces.Capacity);
        await using var command = database.CreateCommand("""
            select (issued.data -> 'document' ->> 'statusIndex')::bigint
            from ledger.mt_events revoked join ledger.mt_events issued on issued.stream_id = revoked.stream_id and issued.type = 'credential-issued'
            where revoked.type = 'credential-revoked' and issued.data -> 'document' ->> 'statusList' = $1 and (revoked.data ->> 'effective')::date <= $2
            """);
        command.Parameters.Add(new() { Value = list.AbsoluteUri });
        command.Parameters.Add(new() { Value = today });
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) status[rows.GetInt64(0)] = StatusValue.Invalid;
        return status;
    }

    private static void Replace(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var stream = File.Create(draft))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }
}
