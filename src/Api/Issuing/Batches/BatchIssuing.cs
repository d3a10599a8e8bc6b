using System.Globalization;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Issuing.Batches;

/// <summary>
/// Carries out a part of a batch: each decision through the very decider and path of the single command, and the part with how it went in one
/// transaction. So a crash leaves a part done and told, or not begun; and of two who carry out the same part one records nothing.
/// </summary>
public sealed class BatchIssuing(IServiceScopeFactory scopes, CredentialIssuing issuing, AuthorityCache authority, TimeProvider clock, ILogger<BatchIssuing> log)
{
    /// <summary>Decisions in a transaction.</summary>
    public const int Part = 50;

    // Two credentials of one transaction may have drawn the same place in the status list: then all draw again.
    private const int Attempts = 5;

    /// <summary>The document that was signed did not verify: nothing of it was stored.</summary>
    public static readonly Rejection Unsound = new("credential.unsound-document", RejectionKind.Conflict, "decision");

    /// <summary>Carry out the next part; false where the batch is over, or rests because whoever it goes on for may not issue for the body today.</summary>
    public async Task<bool> Advance(Guid id, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Transact(id, token);
            }
            catch (Exception e) when (attempt < Attempts && Conflicts.Of(e) is not null)
            {
                // Somebody was faster, perhaps with one of these decisions: look again at what is left.
            }
        }
    }

    private async Task<bool> Transact(Guid id, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        if (await work.Fold<CredentialBatch>(id, token) is not { IsOpen: true } batch || await Entitled(batch, token) is not { } by) return false;

        var part = batch.Next(Part);
        await work.Load(part, token);
        var ids = new Dictionary<Guid, Guid>();
        foreach (var decision in part) ids[decision] = await CredentialOf(work, decision, token);
        await work.Load(ids.Values, token);
        var (issued, before, refused) = (0, 0, new List<BatchRefusal>());
        foreach (var decision in part)
        {
            var command = new IssueCredential(decision, issuing.Test);
            var outcome = await Decide(work, command, ids[decision], by, token);
            work.Append(ids[decision], outcome.Events, by, Ids.Derive("batch-credential", id.Key(), decision.Key()));
            if (outcome.Rejection is { } rejection) refused.Add(new(decision, rejection.Code));
            else if (outcome.Events.Count > 0) issued++;
            else before++;
        }
        work.Append(id, batch.Advance(issued, before, new(refused)).Events, by, Ids.Derive("batch-part", id.Key(), batch.Done.ToString(CultureInfo.InvariantCulture)));
        await work.Save(token);
        return true;
    }

    // What is no decision, or none of that id, has no credential; whoever decides on it says so.
    private static async Task<Guid> CredentialOf(UnitOfWork work, Guid decision, CancellationToken token)
    {
        try
        {
            return await work.Fold<Decision>(decision, token) is { Decided: var decided } ? Credential.IdOf(decided) : Credential.IdOf(decision);
        }
        catch (OtherStreamException)
        {
            return Credential.IdOf(decision);
        }
    }

    private async Task<Outcome> Decide(UnitOfWork work, IssueCredential command, Guid credential, Actor by, CancellationToken token)
    {
        try
        {
            return await issuing.Decide(new(await work.Fold<Credential>(credential, token), by, clock.ThaiToday(), work), command, token);
        }
        catch (UnsoundDocumentException e)
        {
            NotSound(log, credential, e);
            return Unsound;
        }
        catch (Exception e) when (e is OtherStreamException or ErasedException)
        {
            return Conflicts.Of(e)!;
        }
    }

    /// <summary>In whose name a batch goes on today; null where it rests.</summary>
    public async Task<Actor?> Entitled(CredentialBatch batch, CancellationToken token) =>
        (await authority.Current(token)).Of(batch.InNameOf, Duties.IssueCredentials, clock.ThaiToday()).FirstOrDefault(a => a.Organisation == batch.Ordered.Body);

    private static readonly Action<ILogger, Guid, Exception?> NotSound =
        LoggerMessage.Define<Guid>(LogLevel.Error, new EventId(1, nameof(NotSound)), "Credential {Credential} of a batch is not issued: its document does not verify.");
}
