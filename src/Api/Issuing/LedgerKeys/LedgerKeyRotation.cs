using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing.LedgerKeys;

/// <summary>Makes keys of the ledger's own, and ends them. A server that runs beside it sees it at once.</summary>
public sealed class LedgerKeyRotation(LedgerKeyring keys, KeyFolder folder, ProgrammeSettings programme, TimeProvider clock)
{
    /// <summary>How long before its first use a key that signs is made known: as long as a signed trust list counts, so that every snapshot that counts knows it by then.</summary>
    public static readonly TimeSpan Notice = TrustedListPublisher.Lifetime;

    /// <summary>Make the next key of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="isCompromised">Whether somebody else may hold the one in use: then it is ended, and the new one is used at once. Else what signs is used after <see cref="Notice"/>.</param>
    /// <exception cref="HostingProblem">A key waits for its first use.</exception>
    public KeptKey Rotate(KeyKind kind, bool isCompromised)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var (before, last) = (keys.InForce(kind, now), keys.All(kind)[^1]);
        if (!isCompromised && last.From > now) throw new HostingProblem("ledger-key.waiting", last.Number, last.From!.Value.ToString("u"));
        var number = last.Number + 1;
        var from = isCompromised || last.Signs is null ? now : now + Notice;
        folder.Create(keys.KeyName(kind, number));
        var secret = folder.Read(keys.KeyName(kind, number)) ?? throw new InvalidDataException($"The key file {keys.KeyName(kind, number)} is not {KeyFolder.KeyLength} bytes long.");
        // By the key before, whoever that is: one that waits is known already to who looked, and a thief of the one in use does not have it.
        var signs = kind is KeyKind.TrustList && last.EndedAt is null && !(isCompromised && last == before) ? last.Signs : null;
        using var made = LedgerKeyring.Private(secret);
        var link = signs is null ? null : Encoding.ASCII.GetString(TrustKeyChain.Link(programme.Did(), made, from, signs, now));
        Write(LedgerKeyring.BeginningOf(kind, number), new() { ["from"] = from.ToUnixTimeSeconds(), ["link"] = link });
        if (isCompromised) End(kind, before.Number, isCompromised: true);
        return keys.All(kind)[number - 1];
    }

    /// <summary>End a key that is used no more, and destroy it; one that was ended may still turn out to have been stolen. What signs leaves its public part, so that what it signed can still be checked; under an ended code or link key nothing fits any more.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="number">The key.</param>
    /// <param name="isCompromised">Whether somebody else may hold it: then nothing that it signed counts.</param>
    /// <exception cref="HostingProblem">There is no such key, or it is the one that is used.</exception>
    public KeptKey End(KeyKind kind, int number, bool isCompromised)
    {
        var now = clock.GetUtcNow();
        var key = keys.All(kind).FirstOrDefault(k => k.Number == number) ?? throw new HostingProblem("ledger-key.missing", number, LedgerKeyring.NameOf(kind));
        if (key == keys.InForce(kind, now) || key.From > now) throw new HostingProblem("ledger-key.in-use", number, LedgerKeyring.NameOf(kind));
        if (key.EndedAt is null)
        {
            Write(LedgerKeyring.EndOf(kind, number), new()
            {
                ["at"] = now.ToUnixTimeSeconds(),
                ["compromised"] = isCompromised,
                ["key"] = key.Signs is null ? null : SignedTrustList.JwkOf(key.Signs),
            });
        }
        else if (isCompromised && !key.IsCompromised) Write(LedgerKeyring.TheftOf(kind, number), new() { ["at"] = now.ToUnixTimeSeconds() });
        folder.Destroy(keys.KeyName(kind, number));
        return keys.All(kind)[number - 1];
    }

    private void Write(string file, JsonObject json) => folder.WriteNew(file, JsonSerializer.SerializeToUtf8Bytes(json));
}
