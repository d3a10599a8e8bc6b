using System.Collections.Concurrent;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>What clients know: which commands were answered, which they wait for, and the checkpoints that were handed to them.</summary>
internal sealed class Notebook
{
    private readonly ConcurrentDictionary<Guid, Asked> asked = [];
    private readonly ConcurrentDictionary<string, SignedNote> notes = new(StringComparer.Ordinal);

    /// <summary>Commands that were answered: their events must be there, once, for good.</summary>
    public IReadOnlyList<Asked> Acknowledged => [.. asked.Values.Where(a => a.Recorded is not null)];

    /// <summary>Commands without an answer: nobody knows whether they were carried out, so they are given again.</summary>
    public IReadOnlyList<Asked> Unanswered => [.. asked.Values.Where(a => a.Recorded is null)];

    /// <summary>Checkpoints, each once.</summary>
    public IReadOnlyCollection<SignedNote> Notes => [.. notes.Values];

    /// <summary>Before a command is given.</summary>
    public Asked Ask(string persona, HttpMethod method, string path, object? body, Guid stream, int events = 1)
    {
        var one = new Asked(Guid.NewGuid(), persona, method, path, body, stream, events);
        asked[one.Command] = one;
        return one;
    }

    /// <summary>Wait until one more command is acknowledged, so that the load is under way.</summary>
    public Task NextAsync(Task load)
    {
        var before = Acknowledged.Count;
        return Eventually.BeAsync(() => Task.FromResult(Acknowledged.Count > before || load.IsCompleted), true);
    }

    /// <summary>A command was refused: nothing of it may be there, and it is forgotten.</summary>
    public void Refused(Asked one) => asked.TryRemove(one.Command, out _);

    /// <summary>A checkpoint was handed out.</summary>
    public void Keep(byte[] note) => notes.GetOrAdd(System.Text.Encoding.UTF8.GetString(note), _ => SignedNote.Parse(note));
}

/// <summary>One command.</summary>
internal sealed record Asked(Guid Command, string Persona, HttpMethod Method, string Path, object? Body, Guid Stream, int Events)
{
    /// <summary>How many events its answer said; null before one.</summary>
    public int? Recorded { get; set; }
}
