using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Privacy;

/// <summary>
/// Records who is about to be shown whose data, each time in a stream of its own, committed before the answer is sent.
/// What cannot be recorded is not shown.
/// </summary>
public sealed class Accesses(UnitOfWork work, ILogger<Accesses> log)
{
    /// <summary>One person's record; the answer that refuses when it cannot be recorded.</summary>
    public Task<IResult?> Opened(Actor by, Guid subject, string view, Guid resource, CancellationToken token) =>
        Record(by, access => new RecordOpened(access, subject, view, resource), token);

    /// <summary>A list of persons; the answer that refuses when it cannot be recorded.</summary>
    public Task<IResult?> Listed(Actor by, string list, string query, int count, CancellationToken token) =>
        Record(by, access => new ListOpened(access, list, query, count), token);

    /// <summary>A look by a share link; the answer that refuses when it cannot be recorded.</summary>
    public Task<IResult?> LinkOpened(Actor holder, Guid link, Sealed<string>? looker, CancellationToken token) =>
        Record(holder, access => new ShareLinkOpened(access, holder.Person, link, looker), token);

    /// <summary>An export; its id, or the answer that refuses when it cannot be recorded.</summary>
    public async Task<(Guid Export, IResult? Refusal)> Exported(Actor by, Guid subject, ExportFormat format, CancellationToken token)
    {
        var export = Guid.Empty;
        var refusal = await Record(by, id => new ExportMade(export = id, subject, format), token);
        return (export, refusal);
    }

    /// <summary>What was decided about an export of evidence, under the id that the bundle carries; the answer that refuses when it cannot be recorded.</summary>
    public Task<IResult?> Exported(Actor by, Guid export, ValueList<LedgerEvent> exported, CancellationToken token) => Save(async () =>
    {
        await work.Load([export], token);
        work.Append(export, exported, by, export);
    }, token);

    private Task<IResult?> Record(Actor by, Func<Guid, LedgerEvent> opened, CancellationToken token) => Save(() =>
    {
        var access = work.Begin();
        work.Append(access, [opened(access)], by, access);
        return Task.CompletedTask;
    }, token);

    private async Task<IResult?> Save(Func<Task> append, CancellationToken token)
    {
        try
        {
            await append();
            await work.Save(token);
            return null;
        }
        catch (Exception e) when (!token.IsCancellationRequested && e is not LedgerClosedException) // which says itself why nothing is recorded
        {
            NotRecorded(log, e);
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "access.not-recorded");
        }
    }

    private static readonly Action<ILogger, Exception?> NotRecorded =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(NotRecorded)), "An access to personal data could not be recorded; nothing was shown.");
}
