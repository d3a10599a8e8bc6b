using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Credentials;

/// <summary>The days for which a credential is suspended.</summary>
/// <param name="From">First day on which it does not count.</param>
/// <param name="Ground">Why.</param>
/// <param name="Until">First day on which it counts again; null while it is suspended.</param>
public sealed record SuspensionSpan(DateOnly From, SuspensionGround Ground, DateOnly? Until)
{
    /// <summary>Whether a day falls into it.</summary>
    public bool Holds(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>The suspensions of a credential after an event.</summary>
    public static ValueList<SuspensionSpan> After(ValueList<SuspensionSpan> all, LedgerEvent e) => e switch
    {
        CredentialSuspended s => [.. all, new(s.Effective, s.Ground, null)],
        CredentialReinstated r => [.. all.Select(s => s.Until is null ? s with { Until = r.Effective } : s)],
        _ => all,
    };
}
