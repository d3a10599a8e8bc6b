using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Privacy;

/// <summary>One look at a person's record: a stream of one event, which nothing follows.</summary>
public sealed record RecordAccess(RecordOpened Opened) : IEvolve<RecordAccess>
{
    /// <inheritdoc/>
    public static RecordAccess? Evolve(RecordAccess? state, LedgerEvent e) => (state, e) switch
    {
        (null, RecordOpened opened) => new(opened),
        _ => throw new ImpossibleEventException(typeof(RecordAccess), e),
    };
}
