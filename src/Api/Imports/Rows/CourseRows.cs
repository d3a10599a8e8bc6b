using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>A course.</summary>
public sealed record CourseRow(CsvRow Source, DefineCourse Command) : IRow;

/// <summary>Rows of courses.</summary>
public sealed class CourseRows(UnitOfWork work) : IRows<CourseRows, CourseRow>
{
    /// <inheritdoc/>
    public static ColumnSet Columns { get; } = new(
    [
        new("course", ["รหัสหลักสูตรในทะเบียน"]),
        new("code", ["รหัสหลักสูตร"], 100),
        new("title_th", ["ชื่อหลักสูตร"], 1_000),
        new("title_en", ["ชื่อหลักสูตรภาษาอังกฤษ"], 1_000),
        new("provider", ["หน่วยงานผู้จัด"], 100),
        new("framework", ["กรอบสมรรถนะ"], 100),
        new("units", ["หน่วยสมรรถนะ"], 1_000, "unit"),
        new("minutes", ["จำนวนนาที"]),
        .. ColumnSet.Date("from", "วันที่เปิดหลักสูตร"),
    ], [["course"], ["code"], ["title_th"], ["provider"], ["framework"], ["units"], ["minutes"], ["from", "from_be"]]);

    /// <inheritdoc/>
    public static (CourseRow? Row, Fault? Fault) Read(CsvRow row)
    {
        var fields = new Fields(row);
        var command = new DefineCourse(fields.Id("course"), fields.Text("code"), fields.Text("title_th"), fields.Optional("title_en"), fields.Text("provider"),
            fields.Text("framework"), fields.List("units"), fields.Number("minutes"), fields.Date("from"));
        return fields.Fault is { } fault ? (null, fault) : (new(row, command), null);
    }

    /// <inheritdoc/>
    public Task Load(IReadOnlyCollection<CourseRow> rows, CancellationToken token) =>
        work.Load(rows.SelectMany(r => new[] { r.Command.Course, FrameworkVersion.IdOf(r.Command.Framework) }), token);

    /// <inheritdoc/>
    public async Task<Settled> Decide(CourseRow row, Batch batch, CancellationToken token)
    {
        var id = row.Command.Course;
        var outcome = row.Command.Decide(await work.Fold<Course>(id, token), await work.Fold<FrameworkVersion>(FrameworkVersion.IdOf(row.Command.Framework), token));
        if (outcome.Rejection is { } why) return Settled.Refused(row.Source, row.Source.Rejected(why));
        work.Append(id, outcome.Events, batch.By, Commands.IdOf<DefineCourse>(id.Key()));
        return Settled.Done(row.Source, outcome.Events.Count);
    }
}
