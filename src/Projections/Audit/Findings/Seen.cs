using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>An event as a rule sees it.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Data">The fact.</param>
/// <param name="Sequence">Its place in the whole ledger; rising, with gaps.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who acted.</param>
public sealed record Seen(Guid Id, LedgerEvent Data, long Sequence, Guid Stream, DateTimeOffset At, Actor By);
