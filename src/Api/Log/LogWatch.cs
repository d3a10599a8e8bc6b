using CredentialLedger.Projections.Log;

namespace CredentialLedger.Api.Log;

/// <summary>What this process knows of the log's health: what its last sweep and its last publication said.</summary>
public sealed class LogWatch
{
    private long foreign, late;

    /// <summary>How old an event may grow without a leaf (design.md, section 8).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Rows that the application did not write, logged since the process began.</summary>
    public long Foreign => Interlocked.Read(ref foreign);

    /// <summary>Events that the last sweep found later than <see cref="Patience"/> after they were recorded.</summary>
    public long Late => Interlocked.Read(ref late);

    /// <summary>Why the log cannot be published; null when it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>More foreign rows were logged.</summary>
    public void SawForeign(int count) => Interlocked.Add(ref foreign, count);

    /// <summary>A sweep came to its end.</summary>
    public void Swept(long found) => Interlocked.Exchange(ref late, found);

    /// <summary>A checkpoint was published.</summary>
    public void Published() => Fault = null;

    /// <summary>It was not.</summary>
    public void NotPublished(string why) => Fault = why;
}
