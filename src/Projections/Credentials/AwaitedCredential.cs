using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Projections.Credentials;

/// <summary>The decisions of a body to certify that wait for one credential: of a first certification one, of a renewal perhaps several, since whichever is carried out renews.</summary>
/// <param name="Id">The credential, issued or not.</param>
/// <param name="Sequence">Place in the ledger of the last event that went in.</param>
/// <param name="Body">Code of the body that decided.</param>
/// <param name="Waiting">What waits, in the order of recording; none once it was issued.</param>
/// <param name="Issued">Whether it was issued.</param>
public sealed record AwaitedCredential(Guid Id, long Sequence, string Body, ValueList<AwaitedCredential.Decision> Waiting, bool Issued) : IReadModel<AwaitedCredential>
{
    /// <summary>A decision that waits.</summary>
    /// <param name="Id">The decision.</param>
    /// <param name="Person">The candidate.</param>
    /// <param name="Scheme">The scheme.</param>
    /// <param name="DecidedOn">Day of the decision in Thailand.</param>
    /// <param name="Recorded">Place in the ledger of its record.</param>
    public sealed record Decision(Guid Id, Guid Person, Guid Scheme, DateOnly DecidedOn, long Recorded);

    /// <summary>Place in the ledger of what waits longest; null while nothing waits.</summary>
    public long? Since => Waiting is [var first, ..] ? first.Recorded : null;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static Guid? RowOf(LedgerEvent e) => e switch
    {
        CertificationDecided { Ruling: Ruling.Granted } d => Credential.IdOf(d),
        DecisionSetAside d => d.Credential,
        CredentialIssued { Replaces: null } i => i.Credential,
        _ => null,
    };

    /// <inheritdoc/>
    public static AwaitedCredential Fold(AwaitedCredential? row, Recorded e) => (row, e.Data) switch
    {
        (null, CertificationDecided d) => new(Credential.IdOf(d), e.Sequence, d.Body, [Of(d, e.Sequence)], false),
        ({ Issued: false } awaited, CertificationDecided d) => awaited with { Sequence = e.Sequence, Waiting = [.. awaited.Waiting, Of(d, e.Sequence)] },
        ({ } awaited, DecisionSetAside d) => awaited with { Sequence = e.Sequence, Waiting = [.. awaited.Waiting.Where(w => w.Id != d.Decision)] },
        ({ } awaited, CredentialIssued) => awaited with { Sequence = e.Sequence, Waiting = [], Issued = true },
        ({ Issued: true } awaited, CertificationDecided) => awaited with { Sequence = e.Sequence },
        _ => throw new ImpossibleEventException(typeof(AwaitedCredential), e.Data),
    };

    /// <summary>What waits at a body, the longest waiting first.</summary>
    /// <param name="body">Code of the body.</param>
    /// <param name="after">Only what has waited less long than what is at this place in the ledger; null for all.</param>
    public static RowSelection<AwaitedCredential> At(string body, long? after) => new(
        "data ->> 'body' = $1 and (data ->> 'since')::bigint > $2 and (data ->> 'since')::bigint > 0", "(data ->> 'since')::bigint", [body, after ?? 0],
        row => row.Body == body && row.Since > (after ?? 0), (one, other) => Nullable.Compare(one.Since, other.Since));

    private static Decision Of(CertificationDecided d, long sequence) => new(d.Decision, d.Person, d.Scheme, d.DecidedOn, sequence);
}
