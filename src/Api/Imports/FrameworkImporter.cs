using System.Runtime.CompilerServices;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Imports;

/// <summary>Records the framework versions of a file: each whole, in a transaction of its own, or not at all.</summary>
public sealed class FrameworkImporter(IServiceScopeFactory scopes, Actor by)
{
    /// <summary>Record what the file says; gives refused rows, and how far it is after each version.</summary>
    /// <exception cref="UnreadableException">The file cannot be read, or is no file of frameworks; nothing is recorded.</exception>
    public async IAsyncEnumerable<ImportStep> Run(CsvFile file, [EnumeratorCancellation] CancellationToken token)
    {
        var rows = new List<(CsvRow Source, FrameworkRow? Row, Fault? Fault)>();
        await foreach (var source in file.Rows(token))
        {
            if (rows.Count == FrameworkRows.MaxRows) throw new UnreadableException(source.Refused(Unreadable.TooManyRows));
            var (row, fault) = FrameworkRows.Read(source);
            rows.Add((source, row, fault));
        }
        var progress = Progress.None;
        foreach (var version in rows.GroupBy(r => r.Source["framework"]))
        {
            var settled = version.Any(r => r.Fault is not null)
                ? [.. version.Select(r => Settled.Refused(r.Source, r.Fault ?? r.Source.Refused(FrameworkRows.OtherRowRefused)))]
                : await Record([.. version.Select(r => r.Row!)], token);
            foreach (var row in settled)
                if (row.Fault is { } fault) yield return new RowRefused(fault, row.Row);
            progress = progress.And(settled);
            yield return progress;
        }
        if (progress == Progress.None) yield return progress;
    }

    private async Task<Settled[]> Record(FrameworkRow[] rows, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var id = FrameworkVersion.IdOf(rows[0].Framework);
        try
        {
            var before = await work.Fold<FrameworkVersion>(id, token);
            var outcome = FrameworkRows.Command(rows).Decide(before);
            if (outcome.Rejection is { } why) return Refuse(rows, why, FrameworkRows.Culprit(rows, why, before));
            work.Append(id, outcome.Events, by, Commands.IdOf<ImportFrameworkVersion>(id.Key()));
            await work.Save(token);
            return [.. rows.Select(r => Settled.Done(r.Row, outcome.Events.Count))];
        }
        catch (Exception e) when (Conflicts.Of(e) is { } conflict)
        {
            return Refuse(rows, conflict, null);
        }
    }

    private static Settled[] Refuse(FrameworkRow[] rows, Rejection why, FrameworkRow? culprit) =>
        [.. rows.Select(r => Settled.Refused(r.Row, culprit is null || culprit == r ? r.Row.Rejected(why) : r.Row.Refused(FrameworkRows.OtherRowRefused)))];
}
