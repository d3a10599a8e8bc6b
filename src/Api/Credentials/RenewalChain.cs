using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Credentials;

/// <summary>Finds the later renewals that rest on a credential, and carries what becomes of it into their streams.</summary>
public static class RenewalChain
{
    /// <summary>The renewals behind a credential, each as what took its place last: a renewal's id follows from the decision that it renews.</summary>
    /// <param name="credential">The credential; null for none.</param>
    /// <param name="fold">Reads a credential's stream.</param>
    public static async Task<IReadOnlyList<Credential>> Behind(Credential? credential, Func<Guid, Task<Credential?>> fold)
    {
        var found = new List<Credential>();
        for (var decision = credential?.Issued.Decision; decision is { } renewed && await fold(Credential.RenewalOf(renewed)) is { } next; decision = found[^1].Issued.Decision)
        {
            while (next.Replaced is { Successor: var successor }) next = (await fold(successor))!;
            found.Add(next);
        }
        return found;
    }

    /// <inheritdoc cref="Behind(Credential?, Func{Guid, Task{Credential?}})"/>
    public static Task<IReadOnlyList<Credential>> Behind(this UnitOfWork work, Credential? credential, CancellationToken token) => Behind(credential, id => work.Fold<Credential>(id, token));

    /// <summary>Append to the renewals' streams what a revocation, or an appeal against it, decides for them too: all of it is recorded, or nothing.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="outcome">What was decided on the credential itself.</param>
    /// <param name="before">The credential before it.</param>
    /// <param name="by">Who decided.</param>
    public static Outcome Carry(this UnitOfWork work, Outcome outcome, Credential? before, Actor by)
    {
        foreach (var e in outcome.Events)
        {
            IEnumerable<(Guid Renewal, LedgerEvent Event)> along = e switch
            {
                CredentialRevoked { Renewals: { } renewals } revoked => renewals.Select(id => (id, (LedgerEvent)Renewals.Along(revoked, id))),
                AppealUpheld upheld when before?.Revoked?.Renewals is { } renewals => renewals.Select(id => (id, (LedgerEvent)Renewals.Back(upheld, id))),
                _ => [],
            };
            foreach (var (renewal, moved) in along) work.Append(renewal, [moved], by, Ids.Derive("renewal-along", before!.Issued.Credential.Key(), renewal.Key(), $"{work.VersionOf(before.Issued.Credential)}"));
        }
        return outcome;
    }
}
