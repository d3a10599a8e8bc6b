using System.Collections.Concurrent;

namespace CredentialLedger.Api.SignIn;

/// <summary>Remembers for a while that something is over, in this process alone.</summary>
public sealed class ShortMemory(TimeProvider clock, TimeSpan span)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> remembered = [];

    /// <summary>Remember it; false when it was remembered already.</summary>
    public bool Add(string what)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in remembered)
        {
            if (until < now) remembered.TryRemove(old, out _);
        }
        return remembered.TryAdd(what, now + span);
    }

    /// <summary>Whether it is remembered.</summary>
    public bool Has(string what) => remembered.ContainsKey(what);
}
