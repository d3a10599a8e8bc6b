using System.Collections.Concurrent;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// Which logs are accepted, which witnesses are known and which of them are enough (C2SP tlog-policy). Names of witnesses and groups have
/// no meaning outside the file.
/// </summary>
public sealed class TlogPolicy
{
    /// <summary>Logs, witnesses and groups that a policy may have of each; the specification asks for at least 32.</summary>
    public const int MaxOfEach = 256;

    private const int MaximumKept = 1024, MaximumKeptBytes = 4 * 1024 * 1024;

    // Notes that held, by all of their bytes: a batch is under one checkpoint. What a refused note says is never kept.
    private readonly ConcurrentDictionary<ReadOnlyMemory<byte>, Witnessed> kept = new(SameBytes.Instance);
    private readonly Lock keeping = new();
    private int keptBytes;

    private readonly Dictionary<string, Member> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> grouped = new(StringComparer.Ordinal), keys = new(StringComparer.Ordinal);
    private readonly List<KnownKey> logs = [], witnesses = [];
    private Member? quorum;
    private int groups;

    private TlogPolicy() { }

    // When a witness or a group had cosigned, of the times of the witnesses that did.
    private delegate DateTimeOffset? Member(IReadOnlyDictionary<string, DateTimeOffset> times);

    /// <summary>A log or witness: its name in the policy (a log's is its origin), its key, and its address where the policy has one.</summary>
    public sealed record KnownKey(string Name, VerifierKey Key, Uri? Address);

    /// <summary>What a note that holds shows: the checkpoint, by when it was seen, and by which witnesses, by their names in the policy.</summary>
    internal sealed record Witnessed(Checkpoint Checkpoint, DateTimeOffset? ProvenAt, IReadOnlyList<string> Witnesses);

    /// <summary>The logs whose checkpoints are accepted.</summary>
    public IReadOnlyList<KnownKey> Logs => logs;

    /// <summary>The witnesses whose cosignatures count.</summary>
    public IReadOnlyList<KnownKey> Witnesses => witnesses;

    /// <summary>Whether any cosignature is asked for: false after <c>quorum none</c>.</summary>
    public bool NeedsWitnesses { get; private set; }

    /// <summary>Read a policy file.</summary>
    /// <exception cref="LogFormatException">It is not a policy (<see cref="LogCodes.PolicyFormat"/>).</exception>
    public static TlogPolicy Parse(string text)
    {
        if (text.Any(c => (c < ' ' && c is not '\t' and not '\n') || c == '\u007f')) throw Refused();
        var policy = new TlogPolicy();
        foreach (var line in text.Split('\n'))
        {
            if (line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && !words[0].StartsWith('#')) policy.Read(words);
        }
        return policy.quorum is null ? throw Refused() : policy;
    }

    /// <summary>The one log that signed the checkpoint under its own origin.</summary>
    /// <exception cref="LogFormatException">No log of this policy did (<see cref="LogCodes.CheckpointUnknownLog"/>), or its signature is wrong (<see cref="LogCodes.NoteSignature"/>).</exception>
    public Checkpoint CheckpointOf(SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        return logs.Any(log => log.Key.Name == checkpoint.Origin && note.IsSignedBy(log.Key)) ? checkpoint : throw new LogFormatException(LogCodes.CheckpointUnknownLog);
    }

    /// <summary>
    /// The proven time of a cosigned checkpoint: in a group that needs k of its members the k-th smallest of their times, so that no
    /// fewer than k of them together could move it earlier; null where no witness is needed.
    /// </summary>
    /// <exception cref="LogFormatException">Too few cosigned (<see cref="LogCodes.QuorumNotMet"/>), or a known witness' cosignature is wrong (<see cref="LogCodes.NoteSignature"/>).</exception>
    public DateTimeOffset? ProvenTime(SignedNote note) => ProvenTime(Times(note));

    /// <summary>What a note of exactly these bytes showed before; null for one that did not come yet, or did not hold.</summary>
    internal Witnessed? Known(ReadOnlyMemory<byte> note) => kept.GetValueOrDefault(note);

    /// <summary><see cref="CheckpointOf"/> and <see cref="ProvenTime(SignedNote)"/> of a note, whose signatures are verified once.</summary>
    /// <param name="bytes">The note as it is written, in bytes that nobody changes.</param>
    /// <param name="note">The same, read.</param>
    /// <exception cref="LogFormatException">As they throw it.</exception>
    internal Witnessed Judge(ReadOnlyMemory<byte> bytes, SignedNote note)
    {
        if (Known(bytes) is { } known) return known;
        var checkpoint = CheckpointOf(note);
        var times = Times(note);
        var witnessed = new Witnessed(checkpoint, ProvenTime(times), [.. witnesses.Select(w => w.Name).Where(times.ContainsKey)]);
        // Anybody can add signatures of unknown keys to a note and so make many of one, long ones too: that only makes us forget.
        lock (keeping)
        {
            if (kept.Count >= MaximumKept || keptBytes + bytes.Length > MaximumKeptBytes)
            {
                kept.Clear();
                keptBytes = 0;
            }
            if (kept.TryAdd(bytes.ToArray(), witnessed)) keptBytes += bytes.Length;
        }
        return witnessed;
    }

    private DateTimeOffset? ProvenTime(Dictionary<string, DateTimeOffset> times) =>
        NeedsWitnesses ? quorum!(times) ?? throw new LogFormatException(LogCodes.QuorumNotMet) : null;

    // A wrong cosignature of any known witness refuses the note, also one that the quorum would not need.
    private Dictionary<string, DateTimeOffset> Times(SignedNote note)
    {
        var times = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var witness in witnesses)
        {
            if (Cosignature.TimeOf(note, witness.Key) is { } time) times.Add(witness.Name, time);
        }
        return times;
    }

    private void Read(string[] words)
    {
        switch (words)
        {
            case ["log", var vkey, .. { Length: <= 1 } url] when logs.Count < MaxOfEach:
                var key = Key(vkey, NoteKeyType.Ed25519);
                logs.Add(new(key.Name, key, Address(url)));
                break;
            case ["witness", var name, var vkey, .. { Length: <= 1 } url] when witnesses.Count < MaxOfEach:
                var witness = Key(vkey, NoteKeyType.Cosignature);
                Name(name, times => times.TryGetValue(name, out var time) ? time : null);
                witnesses.Add(new(name, witness, Address(url)));
                break;
            case ["group", var name, var needed, .. { Length: >= 1 } of] when groups++ < MaxOfEach:
                Name(name, Group(needed, of));
                break;
            case ["quorum", var name] when quorum is null:
                NeedsWitnesses = name != "none";
                quorum = NeedsWitnesses ? Named(name) : _ => null;
                break;
            default:
                throw Refused();
        }
    }

    private Member Group(string needed, string[] names)
    {
        var threshold = needed switch { "any" => 1, "all" => names.Length, _ => NoteText.Number(needed) is { } k && k >= 1 && k <= names.Length ? (int)k : throw Refused() };
        var of = names.Select(name => grouped.Add(name) ? Named(name) : throw Refused()).ToList();
        return times => of.Select(member => member(times)).OfType<DateTimeOffset>().Order().Skip(threshold - 1).Cast<DateTimeOffset?>().FirstOrDefault();
    }

    private void Name(string name, Member member)
    {
        if (name == "none" || !members.TryAdd(name, member)) throw Refused();
    }

    private Member Named(string name) => members.GetValueOrDefault(name) ?? throw Refused();

    private VerifierKey Key(string vkey, NoteKeyType type)
    {
        var key = VerifierKey.Parse(vkey);
        // "Duplicate if they wrap the same underlying public key, even if they differ by key name and key id."
        return key.Type == type && keys.Add($"{type} {Convert.ToHexString(key.PublicKey.Span)}") ? key : throw Refused();
    }

    private static Uri? Address(string[] url) => url switch { [] => null, [var one] when Uri.TryCreate(one, UriKind.Absolute, out var uri) => uri, _ => throw Refused() };

    private static LogFormatException Refused() => new(LogCodes.PolicyFormat);
}
