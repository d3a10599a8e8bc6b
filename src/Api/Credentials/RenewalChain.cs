using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
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

    /// <summary>The same for who writes on the word of it: one that is issued meanwhile makes that fail, or is not issued.</summary>
    public static Task<IReadOnlyList<Credential>> Behind(this UnitOfWork work, Credential? credential, CancellationToken token) => Behind(credential, id =>
    {
        work.Hold([id]);
        return work.Fold<Credential>(id, token);
    });

    /// <summary>What an open appeal against the revocation of a credential is about beside it; nothing is read where there is none.</summary>
    /// <param name="credential">The credential; null for none.</param>
    /// <param name="fold">Reads a credential's stream.</param>
    /// <param name="decided">Reads a decision's stream.</param>
    public static async Task<AppealedCase> Appealed(Credential? credential, Func<Guid, Task<Credential?>> fold, Func<Guid, Task<Decision?>> decided)
    {
        if (credential is not { Appeal.IsOpen: true, Revoked: var revoked }) return AppealedCase.Empty;
        var (others, decisions) = (new List<Credential>(), new List<Decision>());
        foreach (var id in revoked?.Renewals ?? []) others.Add((await fold(id))!);
        foreach (var one in (Credential[])[credential, .. others])
        {
            for (var before = one.Issued.Replaces; before is { } id; before = others[^1].Issued.Replaces) others.Add((await fold(id))!);
            if (await decided(one.Issued.Decision) is { } decision) decisions.Add(decision);
        }
        return new(others, decisions);
    }

    /// <inheritdoc cref="Appealed(Credential?, Func{Guid, Task{Credential?}}, Func{Guid, Task{Decision?}})"/>
    public static Task<AppealedCase> Appealed(this UnitOfWork work, Credential? credential, CancellationToken token) =>
        Appealed(credential, id => work.Fold<Credential>(id, token), id => work.Fold<Decision>(id, token));

    /// <inheritdoc cref="Appealed(Credential?, Func{Guid, Task{Credential?}}, Func{Guid, Task{Decision?}})"/>
    public static Task<AppealedCase> Appealed(this EventReader events, Credential? credential, CancellationToken token) =>
        Appealed(credential, id => events.Fold<Credential>(id, token), id => events.Fold<Decision>(id, token));

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
