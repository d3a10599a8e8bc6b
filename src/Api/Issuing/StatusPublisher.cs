using System.Collections.Concurrent;
using System.Security.Cryptography;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Http;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>Signs each status list in both formats, from events and from nothing else, so that no edit of a read model makes a revoked or suspended credential valid.</summary>
public sealed class StatusPublisher(NpgsqlDataSource database, Issuers issuers, StatusPlaces places, StatusFiles files, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>The shortest and the longest time for which a list may be relied on.</summary>
    public static readonly TimeSpan ShortestLife = TimeSpan.FromHours(2), LongestLife = TimeSpan.FromDays(31);

    /// <summary>How long a consumer may keep a list before looking for a newer one.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private readonly TimeSpan lifetime = programme.StatusLifetime >= ShortestLife && programme.StatusLifetime <= LongestLife ? programme.StatusLifetime : throw new HostingProblem("status.lifetime", programme.StatusLifetime);

    private readonly SemaphoreSlim writing = new(1, 1);

    // What was kept last of each list since the start: a new start keeps one more, which does no harm.
    private readonly Dictionary<Uri, (string Digest, DateOnly Day)> kept = [];

    // The file of each published list by its address, which every document names anew.
    private readonly ConcurrentDictionary<Uri, string> published = new();

    /// <summary>The newest file of an issuer's list, counted from 1; null for an issuer that this ledger does not sign for.</summary>
    public string? FileOf(string issuer, int number, StatusPurpose? purpose = null) => issuers.Find(issuer) is null ? null : files.Newest(issuer, number, purpose);

    /// <summary>The file that was in force at a moment; null where none is kept.</summary>
    public string? FileAt(string issuer, int number, StatusPurpose? purpose, DateTimeOffset moment) => issuers.Find(issuer) is null ? null : files.At(issuer, number, purpose, moment);

    /// <summary>The newest token status list at an address; null for a list that is not ours, or not published.</summary>
    public byte[]? Newest(Uri list)
    {
        if (published.TryGetValue(list, out var known)) return files.Read(known);
        if (list.Segments is not [_, "status/", var issuer, var number] || !int.TryParse(number, out var n) || places.ListOf(issuer.TrimEnd('/'), n) != list
            || FileOf(issuer.TrimEnd('/'), n) is not { } file || files.Read(file) is not { } token) return null;
        published[list] = file;
        return token;
    }

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
                Write(issuer, i + 1, lists[i], await Read(lists[i], now.ThaiDay(), token), key, now);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    private void Write(string issuer, int number, Uri address, StatusList list, IssuerKey key, DateTimeOffset now)
    {
        var told = (Convert.ToHexString(SHA256.HashData(list.Compress())), now.ThaiDay());
        var isNew = !kept.TryGetValue(address, out var before) || before != told;
        files.Write(issuer, number, null, StatusListToken.Sign(list, address, key, now, now + lifetime, TimeToLive), now, isNew);
        foreach (var purpose in Enum.GetValues<StatusPurpose>())
            files.Write(issuer, number, purpose, BitstringToken.Sign(list, address, purpose, programme.DidOf(issuer), key, now, now + lifetime, TimeToLive), now, isNew);
        kept[address] = told;
    }

    private async Task<StatusList> Read(Uri list, DateOnly today, CancellationToken token)
    {
        var (revoked, suspended) = (new HashSet<long>(), new HashSet<long>());
        await using var command = database.CreateCommand("""
            select (issued.data -> 'document' ->> 'statusIndex')::bigint, told.type
            from ledger.mt_events told join ledger.mt_events issued on issued.stream_id = told.stream_id and issued.type = 'credential-issued'
            where told.type in ('credential-revoked', 'credential-replaced', 'appeal-upheld', 'credential-suspended', 'credential-reinstated')
              and issued.data -> 'document' ->> 'statusList' = $1 and (told.data ->> 'effective')::date <= $2
            order by told.stream_id, told.version
            """);
        command.Parameters.Add(new() { Value = list.AbsoluteUri });
        command.Parameters.Add(new() { Value = today });
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            var place = rows.GetInt64(0);
            _ = rows.GetString(1) switch
            {
                // Whoever holds the old file sees one that counts no more: the list has no third word for it, and needs none.
                "credential-revoked" or "credential-replaced" => revoked.Add(place),
                "appeal-upheld" => revoked.Remove(place),
                "credential-suspended" => suspended.Add(place),
                _ => suspended.Remove(place),
            };
        }
        var status = new StatusList(StatusPlaces.Capacity);
        foreach (var place in suspended) status[place] = StatusValue.Suspended;
        // Revoked is for good, so it is what is told of one that was suspended before.
        foreach (var place in revoked) status[place] = StatusValue.Invalid;
        return status;
    }
}
