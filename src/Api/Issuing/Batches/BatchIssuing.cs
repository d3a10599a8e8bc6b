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

    /// <summary>How often a part is tried: somebody else may have taken a place in the status list, or issued one of the credentials, and then all is looked at again.</summary>
    public const int Attempts = 5;

    /// <summary>The document that was signed did not verify: nothing of it was stored.</summary>
    public static readonly Rejection Unsound = new("credential.unsound-document", RejectionKind.Conflict, "decision");

    /// <summary>Carry out the next part; false where the batch is over, or rests because whoever it goes on for may not issue for the body today.</summary>
    public async Task<bool> Advance(Guid id, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Transact(id, Most >> (attempt - 1), token);
            }
            catch (Exception e) when (attempt < Attempts && Conflicts.Of(e) is not null)
            {
                // Somebody was faster, perhaps with one of these decisions: look again at what is left, and at fewer, since many are sooner overtaken.
            }
        }
    }

    private async Task<bool> Transact(Guid id, int most, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        if (await work.Fold<CredentialBatch>(id, token) is not { IsOpen: true } batch || await Entitled(batch, token) is not { } by) return false;

        var watch = Stopwatch.StartNew();
        var part = await Part(work, batch.Next(Math.Clamp(batch.Done, Fewest, most)), token);
        var supplies = await issuing.Foresee(work, part, by.Organisation, token);
        var releases = new CredentialRelease[part.Count];
        for (var i = 0; i < releases.Length; i++) releases[i] = await Prepare(work, part[i], by, supplies, token);
        var read = watch.Elapsed;

        // Signing is most of the work, and each needs nothing of the others.
        var outcomes = new Outcome[part.Count];
        Parallel.For(0, releases.Length, new() { CancellationToken = token }, i => outcomes[i] = Decide(releases[i], part[i].Credential));
        var signed = watch.Elapsed;

        var (issued, before, refused) = (0, 0, new List<BatchRefusal>());
        for (var i = 0; i < releases.Length; i++)
        {
            var (decision, credential) = part[i];
            work.Append(credential, outcomes[i].Events, by, Ids.Derive("batch-credential", id.Key(), decision.Key()));
            if (outcomes[i].Rejection is { } rejection) refused.Add(new(decision, rejection.Code));
            else if (outcomes[i].Events.Count > 0) issued++;
            else before++;
        }
        Documents.Store(work.Session, [.. releases.Select(r => r.Sealed).OfType<SealedDocument>()]);
        work.Append(id, batch.Advance(issued, before, new(refused)).Events, by, Ids.Derive("batch-part", id.Key(), batch.Done.ToString(CultureInfo.InvariantCulture)));
        await work.Save(token);
        Carried(log, part.Count, read.TotalMilliseconds, (signed - read).TotalMilliseconds, (watch.Elapsed - signed).TotalMilliseconds, null);
        return true;
    }

    // Two decisions may mean one credential, as two to renew the same do: the second is left to the next part, which finds it there.
    private static async Task<List<(Guid Decision, Guid Credential)>> Part(UnitOfWork work, IReadOnlyList<Guid> decisions, CancellationToken token)
    {
        await work.Load(decisions, token);
        var (part, credentials) = (new List<(Guid, Guid)>(decisions.Count), new HashSet<Guid>());
        foreach (var decision in decisions)
        {
            var credential = await CredentialIssuing.Decided(work, decision, token) is { } decided ? Credential.IdOf(decided) : Credential.IdOf(decision);
            if (!credentials.Add(credential)) break;
            part.Add((decision, credential));
        }
        return part;
    }

    private async Task<CredentialRelease> Prepare(UnitOfWork work, (Guid Decision, Guid Credential) one, Actor by, IssuingSupplies supplies, CancellationToken token)
    {
        try
        {
            return await issuing.Prepare(new(await work.Fold<Credential>(one.Credential, token), by, clock.ThaiToday(), work), new IssueCredential(one.Decision, issuing.Test), supplies, token);
        }
        catch (Exception e) when (e is OtherStreamException or ErasedException)
        {
            return CredentialRelease.Of(Conflicts.Of(e)!);
        }
    }

    private Outcome Decide(CredentialRelease release, Guid credential)
    {
        try
        {
            return release.Decide();
        }
        catch (UnsoundDocumentException e)
        {
            NotSound(log, credential, e);
            return Unsound;
        }
    }

    /// <summary>In whose name a batch goes on today; null where it rests.</summary>
    public async Task<Actor?> Entitled(CredentialBatch batch, CancellationToken token) =>
        (await authority.Current(token)).Of(batch.InNameOf, Duties.IssueCredentials, clock.ThaiToday()).FirstOrDefault(a => a.Organisation == batch.Ordered.Body);

    // Milliseconds by the clock; the benchmarks add them up.
    private static readonly Action<ILogger, int, double, double, double, Exception?> Carried = LoggerMessage.Define<int, double, double, double>(LogLevel.Debug, new EventId(2, nameof(Carried)),
        "A part of a batch, {Count} decisions: {Read:F1} ms read, {Signed:F1} ms decide sign check and encrypt, {Stored:F1} ms append and commit.");

    private static readonly Action<ILogger, Guid, Exception?> NotSound =
        LoggerMessage.Define<Guid>(LogLevel.Error, new EventId(1, nameof(NotSound)), "Credential {Credential} of a batch is not issued: its document does not verify.");
}
