using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>An assessment result, of somebody who may be named by national id.</summary>
public sealed record ResultRow(CsvRow Source, Guid? Result, PersonRef Person, string Framework, string Unit, int? Level, Grade Grade, int? Score,
    Instrument Instrument, ValueList<Guid> Examiners, DateOnly AssessedOn, Evidence Evidence) : IRow
{
    /// <summary>The result's id: the one that the row gives, or the one that follows from person, unit, level, day and evidence.</summary>
    public Guid IdFor(Guid person) => Result ?? Ids.Derive("result", person.Key(), Framework, Unit, Level?.ToString() ?? "", AssessedOn.Iso(), Evidence.Reference);
}

/// <summary>Rows of assessment results.</summary>
public sealed class ResultRows(UnitOfWork work, PersonRefs persons) : IRows<ResultRows, ResultRow>
{
    /// <inheritdoc/>
    public static ColumnSet Columns { get; } = new(
    [
        new("result", ["รหัสผลการประเมิน"]),
        .. PersonRefs.Columns,
        new("framework", ["กรอบสมรรถนะ"], 100),
        new("unit", ["หน่วยสมรรถนะ"], 100),
        new("level", ["ระดับ"]),
        new("grade", ["ผลการประเมิน"]),
        new("score", ["คะแนนร้อยละ"]),
        new("instrument", ["วิธีการประเมิน"]),
        new("examiners", ["ผู้ประเมิน"], 1_000),
        .. ColumnSet.Date("assessed_on", "วันที่ประเมิน"),
        .. EvidenceFields.Columns,
    ], [PersonRefs.Needs, ["framework"], ["unit"], ["grade"], ["instrument"], ["examiners"], ["assessed_on", "assessed_on_be"], .. EvidenceFields.Needs]);

    /// <inheritdoc/>
    public static (ResultRow? Row, Fault? Fault) Read(CsvRow row)
    {
        var fields = new Fields(row);
        var read = new ResultRow(row, fields.OptionalId("result"), fields.Person(), fields.Text("framework"), fields.Text("unit"), fields.OptionalNumber("level"),
            fields.Value("grade", Values.Grades), fields.OptionalScore("score"), fields.Value("instrument", Values.Instruments), fields.Ids("examiners"),
            fields.Date("assessed_on"), fields.Evidence());
        return fields.Fault is { } fault ? (null, fault) : (read, null);
    }

    /// <inheritdoc/>
    public async Task Load(IReadOnlyCollection<ResultRow> rows, CancellationToken token)
    {
        await persons.Load(rows.Select(r => r.Person), token);
        await work.Load(rows.SelectMany(r => persons.IdOf(r.Person) is { } person
            ? [person, FrameworkVersion.IdOf(r.Framework), r.IdFor(person), .. r.Examiners] : Array.Empty<Guid>()), token);
    }

    /// <inheritdoc/>
    public async Task<Settled> Decide(ResultRow row, Batch batch, CancellationToken token)
    {
        if (persons.Refuses(row.Person) is { } unnamed) return Settled.Refused(row.Source, row.Source.Rejected(unnamed));
        var person = persons.IdOf(row.Person)!.Value;
        var id = row.IdFor(person);
        var outcome = new DeclareResult(id, person, row.Framework, row.Unit, row.Level, row.Grade, row.Score, row.Instrument, row.Examiners, row.AssessedOn, row.Evidence)
            .Decide(await work.Fold<Result>(id, token), await work.Fold<Person>(person, token),
                await work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(row.Framework), token), await work.FoldAll<Person>(row.Examiners, token), batch.Today);
        if (outcome.Rejection is { } why) return Settled.Refused(row.Source, row.Source.Rejected(why));
        work.Append(id, outcome.Events, batch.By, Commands.IdOf<DeclareResult>(id.Key()));
        return Settled.Done(row.Source, outcome.Events.Count);
    }
}
