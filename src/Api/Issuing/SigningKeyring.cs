using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Trust;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>
/// The signing keys that the ledger's events tell of. A row that the application did not write as it stands takes its whole key out:
/// nobody makes verifiers trust a key by SQL.
/// </summary>
public sealed class SigningKeyring(NpgsqlDataSource database, ApplicationMac mac)
{
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    /// <summary>Every registered key, in the order of registration.</summary>
    public Task<IReadOnlyList<SigningKey>> All(CancellationToken token) => Known(null, token);

    /// <summary>One key with everything that was recorded of it; null when it is not registered, or one of its rows is not the application's.</summary>
    public async Task<(SigningKey Key, IReadOnlyList<Recorded> Events)?> Of(string key, CancellationToken token)
    {
        var (state, history) = ((SigningKey?)null, new List<Recorded>());
        await using var connection = await database.OpenConnectionAsync(token);
        await foreach (var row in EventReader.Rows(connection, new() { Stream = SigningKey.IdOf(key) }, token))
        {
            if ((state = Next(state, row)) is null) return null;
            history.Add(row.Read());
        }
        return state is null ? null : (state, history);
    }

    /// <summary>Every key as far as was recorded up to a moment; null for everything.</summary>
    public async Task<IReadOnlyList<SigningKey>> Known(DateTimeOffset? at, CancellationToken token)
    {
        var keys = new OrderedDictionary<Guid, SigningKey?>();
        await using var connection = await database.OpenConnectionAsync(token);
        await foreach (var row in EventReader.Rows(connection, new() { SigningKeys = true, RecordedUpTo = at }, token))
            keys[row.Stream] = !keys.TryGetValue(row.Stream, out var state) || state is not null ? Next(state, row) : null;
        return [.. keys.Values.OfType<SigningKey>()];
    }

    /// <summary>A key as verifiers are told of it; days begin at midnight in Thailand. It never comes into force where it ended, or is said to be stolen, before.</summary>
    public static TrustedKey? Trusted(SigningKey key) => key.Until <= key.Registered.From && key.Fraudulent is null ? null
        : new(key.Registered.Key, Midnight(key.Registered.From), key.Until is { } until && until > key.Registered.From ? Midnight(until) : null, key.Compromised is { From: var from } ? Midnight(from) : null, key.Fraudulent is not null);

    // The first day of the calendar began in Thailand before there is a moment: whatever was recorded, the list is made.
    private static DateTimeOffset Midnight(DateOnly day) => day > DateOnly.MinValue ? new(day, TimeOnly.MinValue, Thailand) : DateTimeOffset.MinValue;

    private SigningKey? Next(SigningKey? state, StoredEvent row)
    {
        try
        {
            // The stream is the key's own by its name, or a row could speak for another key.
            return row.Whole && row.IsAuthentic(mac) && Aggregates.Next(state, row.Read().Data) is SigningKey key && SigningKey.IdOf(key.Registered.Key) == row.Stream ? key : null;
        }
        catch (Exception e) when (e is UnreadableEventException or ImpossibleEventException)
        {
            return null;
        }
    }
}
