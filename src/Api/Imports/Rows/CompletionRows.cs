using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>A completion of a course, by somebody who may be named by national id.</summary>
public sealed record CompletionRow(CsvRow Source, Guid? Completion, PersonRef Person, Guid Course, DateOnly CompletedOn, Evidence Evidence) : IRow
{
    /// <summary>The completion's id: the one that the row gives, or the one that follows from person, course, day and evidence.</summary>
    public Guid IdFor(Guid person) =>
        Completion ?? Ids.Derive("completion", person.Key(), Course.Key(), CompletedOn.Iso(), Evidence.Reference);
}

/// <summary>Rows of training completions.</summary>
public sealed class CompletionRows(UnitOfWork work, PersonRefs persons) : IRows<CompletionRows, CompletionRow>
{
    /// <inheritdoc/>
    public static ColumnSet Columns { get; } = new(
    [
        new("completion", ["รหัสการสำเร็จการอบรม"]),
        .. PersonRefs.Columns,
        new("course", ["รหัสหลักสูตรในทะเบียน"]),
        .. ColumnSet.Date("completed_on", "วันที่สำเร็จ"),
        .. EvidenceFields.Columns,
    ], [PersonRefs.Needs, ["course"], ["completed_on", "completed_on_be"], .. EvidenceFields.Needs]);

    /// <inheritdoc/>
    public static (CompletionRow? Row, Fault? Fault) Read(CsvRow row)
    {
        var fields = new Fields(row);
        var read = new CompletionRow(row, fields.OptionalId("completion"), fields.Person(), fields.Id("course"), fields.Date("completed_on"), fields.Evidence());
        return fields.Fault is { } fault ? (null, fault) : (read, null);
    }

    /// <inheritdoc/>
    public async Task Load(IReadOnlyCollection<CompletionRow> rows, CancellationToken token)
    {
        await persons.Load(rows.Select(r => r.Person), token);
        await work.Load(rows.SelectMany(r => persons.IdOf(r.Person) is { } person ? [person, r.Course, r.IdFor(person)] : Array.Empty<Guid>()), token);
    }

    /// <inheritdoc/>
    public async Task<Settled> Decide(CompletionRow row, Batch batch, CancellationToken token)
    {
        if (persons.Refuses(row.Person) is { } unnamed) return Settled.Refused(row.Source, row.Source.Rejected(unnamed));
        var person = persons.IdOf(row.Person)!.Value;
        var id = row.IdFor(person);
        var outcome = new RecordCompletion(id, person, row.Course, row.CompletedOn, row.Evidence).Decide(
            await work.Fold<Completion>(id, token), await work.Fold<Person>(person, token), await work.Fold<Course>(row.Course, token), batch.Today);
        if (outcome.Rejection is { } why) return Settled.Refused(row.Source, row.Source.Rejected(why));
        work.Append(id, outcome.Events, batch.By, Commands.IdOf<RecordCompletion>(id.Key()));
        return Settled.Done(row.Source, outcome.Events.Count);
    }
}
