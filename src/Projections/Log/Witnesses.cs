using System.Collections.Concurrent;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Projections.Log;

/// <summary>The parties' witnesses, as the policy names them: each is asked for its cosignature and, where it mirrors, brought up to date.</summary>
/// <param name="policy">Whose cosignatures make up the quorum (C2SP tlog-policy); null where the log has no witness.</param>
/// <param name="http">Its timeout is the longest wait for one answer.</param>
public sealed class Witnesses(TlogPolicy? policy, HttpClient http)
{
    private readonly ConcurrentDictionary<string, long> seen = new(StringComparer.Ordinal);

    /// <summary>The policy.</summary>
    public TlogPolicy? Policy => policy;

    /// <summary>Whether anybody is asked.</summary>
    public bool Any => policy is { NeedsWitnesses: true };

    /// <summary>Ask every witness at once.</summary>
    /// <param name="note">The checkpoint with the log's signature.</param>
    /// <param name="hashes">Its tree.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>The note with all cosignatures that hold; null when they are not the quorum.</returns>
    /// <exception cref="SignerRefusalException">A witness has seen a longer log (<see cref="SignerRefusal.Smaller"/>) or another one (<see cref="SignerRefusal.Inconsistent"/>).</exception>
    public async Task<SignedNote?> Cosign(SignedNote note, SubtreeHash hashes, CancellationToken token)
    {
        if (!Any) return note;
        var lines = await Task.WhenAll(policy!.Witnesses.Where(w => w.Address is not null).Select(w => Ask(w, note, hashes, token)));
        var cosigned = note with { Signatures = [.. note.Signatures, .. lines.SelectMany(line => line)] };
        try
        {
            policy.ProvenTime(cosigned);
            return cosigned;
        }
        catch (LogFormatException)
        {
            return null;
        }
    }

    /// <summary>Bring the mirrors up to a checkpoint that their witnesses cosigned; a mirror that fails is tried again with the next.</summary>
    public async Task Mirror(SignedNote note, long from, Func<long, long, IReadOnlyCollection<ReadOnlyMemory<byte>>> entries, SubtreeHash hashes, CancellationToken token)
    {
        foreach (var witness in policy?.Witnesses.Where(w => w.Address is not null) ?? [])
        {
            try
            {
                await WitnessClient.Upload(http, witness.Address!, note, from, entries, hashes, token);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !token.IsCancellationRequested)
            {
                // A party's machine that is down delays nobody else.
            }
        }
    }

    private async Task<IReadOnlyList<NoteSignature>> Ask(TlogPolicy.KnownKey witness, SignedNote note, SubtreeHash hashes, CancellationToken token)
    {
        var size = Checkpoint.Parse(note.Text).Size;
        try
        {
            var old = Math.Min(seen.GetValueOrDefault(witness.Name), size);
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var answer = await WitnessClient.AddCheckpoint(http, witness.Address!, old, old == 0 || old == size ? [] : ConsistencyProof.Of(old, size, hashes), note, token);
                switch (answer)
                {
                    case WitnessAnswer.Cosigned(var lines):
                        seen[witness.Name] = size;
                        return [.. lines.Where(line => IsOf(witness, note, line))];
                    case WitnessAnswer.Conflict(var theirs) when theirs > size:
                        throw new SignerRefusalException(SignerRefusal.Smaller);
                    case WitnessAnswer.Conflict(var theirs):
                        old = theirs;
                        break;
                    case WitnessAnswer.Refused(System.Net.HttpStatusCode.UnprocessableEntity):
                        throw new SignerRefusalException(SignerRefusal.Inconsistent);
                    default:
                        return [];
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !token.IsCancellationRequested)
        {
            // Silent like any other that is not the quorum's.
        }
        return [];
    }

    private static bool IsOf(TlogPolicy.KnownKey witness, SignedNote note, NoteSignature line)
    {
        try
        {
            return Cosignature.TimeOf(note with { Signatures = [line] }, witness.Key) is not null;
        }
        catch (LogFormatException)
        {
            return false;
        }
    }
}
