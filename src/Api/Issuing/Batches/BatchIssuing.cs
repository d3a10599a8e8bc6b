using System.Diagnostics;
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
    // Decisions in a transaction: as many as were dealt with before, so that the first of a batch are soon there, and the many cost little each.
    private const int Fewest = 10, Most = 250;

    // Somebody else may have taken a place in the status list, or issued one of the credentials: then all is looked at again.
    private const int Attempts = 5;

    /// <summary>The document that was signed did not verify: nothing of it was stored.</summary>
    public static readonly Rejection Unsound = new("credential.unsound-document", RejectionKind.Conflict, "decision");

    /// <summary>Carry out the next part; false where the batch is finished, or rests because whoever ordered it may not issue for the body today.</summary>
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
        if (await work.Fold<CredentialBatch>(id, token) is not { IsFinished: false } batch || await Entitled(batch.Ordered, token) is not { } by) return false;

        var part = batch.Next(Math.Clamp(batch.Done, Fewest, Most));
        var watch = Stopwatch.StartNew();
        var supplies = await issuing.Foresee(work, part, by.Organisation, token);
        var releases = new CredentialRelease[part.Count];
        for (var i = 0; i < releases.Length; i++) releases[i] = await Prepare(work, part[i], by, supplies, token);
        var read = watch.Elapsed;

        // Signing is most of the work, and each needs nothing of the others.
        var outcomes = new Outcome[part.Count];
        Parallel.For(0, releases.Length, new() { CancellationToken = token }, i => outcomes[i] = Decide(releases[i], part[i]));
        var signed = watch.Elapsed;

        var (issued, before, refused) = (0, 0, new List<BatchRefusal>());
        for (var i = 0; i < releases.Length; i++)
        {
            work.Append(Credential.IdOf(part[i]), outcomes[i].Events, by, Ids.Derive("batch-credential", id.Key(), part[i].Key()));
            releases[i].Store(work.Session);
            if (outcomes[i].Rejection is { } rejection) refused.Add(new(part[i], rejection.Code));
            else if (outcomes[i].Events.Count > 0) issued++;
            else before++;
        }
        work.Append(id, batch.Advance(issued, before, new(refused)).Events, by, Ids.Derive("batch-part", id.Key(), batch.Done.ToString(CultureInfo.InvariantCulture)));
        await work.Save(token);
        Carried(log, part.Count, read.TotalMilliseconds, (signed - read).TotalMilliseconds, (watch.Elapsed - signed).TotalMilliseconds, null);
        return true;
    }

    private async Task<CredentialRelease> Prepare(UnitOfWork work, Guid decision, Actor by, IssuingSupplies supplies, CancellationToken token)
    {
        var command = new IssueCredential(decision, issuing.Test);
        try
        {
            return await issuing.Prepare(new(await work.Fold<Credential>(command.Id, token), by, clock.ThaiToday(), work), command, supplies, token);
        }
        catch (Exception e) when (e is OtherStreamException or ErasedException)
        {
            return CredentialRelease.Of(Conflicts.Of(e)!);
        }
    }

    private Outcome Decide(CredentialRelease release, Guid decision)
    {
        try
        {
            return release.Decide();
        }
        catch (UnsoundDocumentException e)
        {
            NotSound(log, Credential.IdOf(decision), e);
            return Unsound;
        }
    }

    private async Task<Actor?> Entitled(BatchOrdered order, CancellationToken token) =>
        (await authority.Current(token)).Of(order.OrderedBy, Duties.IssueCredentials, clock.ThaiToday()).FirstOrDefault(a => a.Organisation == order.Body);

    // Milliseconds by the clock; the benchmarks add them up.
    private static readonly Action<ILogger, int, double, double, double, Exception?> Carried = LoggerMessage.Define<int, double, double, double>(LogLevel.Debug, new EventId(2, nameof(Carried)),
        "A part of a batch, {Count} decisions: {Read:F1} ms read, {Signed:F1} ms decide sign check and encrypt, {Stored:F1} ms append and commit.");

    private static readonly Action<ILogger, Guid, Exception?> NotSound =
        LoggerMessage.Define<Guid>(LogLevel.Error, new EventId(1, nameof(NotSound)), "Credential {Credential} of a batch is not issued: its document does not verify.");
}
