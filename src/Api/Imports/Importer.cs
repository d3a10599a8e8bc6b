using System.Runtime.CompilerServices;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Imports;

/// <summary>
/// Records the rows of a file in batches of one transaction each. Command ids follow from what a row says, so that a repeat, or a run
/// that follows a killed one, finds what is there and goes on.
/// </summary>
public sealed class Importer<TRows, TRow>(IServiceScopeFactory scopes, TimeProvider clock, Actor by)
    where TRows : class, IRows<TRows, TRow> where TRow : class, IRow
{
    /// <summary>Rows in a transaction.</summary>
    public const int BatchSize = 200;

    private const int Attempts = 5;

    /// <summary>Record what the file says; gives refused rows as they come, and how far it is after each batch.</summary>
    /// <exception cref="UnreadableException">The file cannot be read any further; what was given as done is done.</exception>
    public async IAsyncEnumerable<ImportStep> Run(CsvFile file, [EnumeratorCancellation] CancellationToken token)
    {
        var progress = Progress.None;
        await foreach (var rows in file.Rows(token).Chunk(BatchSize).WithCancellation(token))
        {
            var settled = await Settle(rows, token);
            foreach (var row in settled)
                if (row.Fault is { } fault) yield return new RowRefused(fault, row.Row);
            progress = progress.And(settled);
            yield return progress;
        }
        if (progress == Progress.None) yield return progress;
    }

    private async Task<IReadOnlyCollection<Settled>> Settle(CsvRow[] rows, CancellationToken token)
    {
        var read = rows.Select(row => (Source: row, Read: TRows.Read(row))).ToArray();
        var refused = read.Where(r => r.Read.Fault is not null).Select(r => Settled.Refused(r.Source, r.Read.Fault!));
        var carried = await Carry([.. read.Select(r => r.Read.Row).OfType<TRow>()], token);
        return [.. refused.Concat(carried).OrderBy(s => s.Row.Line)];
    }

    // What the database refuses is refused for the batch: halves find the row that is at fault, and take no other with it.
    private async Task<IReadOnlyCollection<Settled>> Carry(TRow[] rows, CancellationToken token)
    {
        if (rows.Length == 0) return [];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Transact(rows, token);
            }
            catch (Exception e) when (Conflicts.Of(e) is { } conflict)
            {
                if (rows.Length > 1) return [.. await Carry(rows[..(rows.Length / 2)], token), .. await Carry(rows[(rows.Length / 2)..], token)];
                if (attempt == Attempts) return [Settled.Refused(rows[0].Source, rows[0].Source.Rejected(conflict))];
            }
        }
    }

    private async Task<IReadOnlyCollection<Settled>> Transact(TRow[] rows, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = new Batch(by, clock.ThaiToday());
        var kind = scope.ServiceProvider.GetRequiredService<TRows>();
        await kind.Load(rows, token);
        var settled = new List<Settled>(rows.Length);
        foreach (var row in rows) settled.Add(await kind.Decide(row, batch, token));
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Save(token);
        return settled;
    }
}
