using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.Imports.Rows;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Imports;

/// <summary>A kind of file that can be imported.</summary>
/// <param name="Name">As <c>--kind</c> and the address say it.</param>
/// <param name="Needs">The duty that importing it needs: the one of the single verb.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Run">Records what a file says.</param>
public sealed record ImportKind(string Name, Duty Needs, ColumnSet Columns,
    Func<IServiceProvider, Actor, CsvFile, CancellationToken, IAsyncEnumerable<ImportStep>> Run)
{
    /// <summary>Every kind.</summary>
    public static readonly IReadOnlyList<ImportKind> All =
    [
        new("frameworks", ImportFrameworkVersion.Needs, FrameworkRows.Columns,
            (services, by, file, token) => new FrameworkImporter(services.GetRequiredService<IServiceScopeFactory>(), by).Run(file, token)),
        Of<PersonRows, PersonRow>("people", RegisterPerson.Needs),
        Of<CourseRows, CourseRow>("courses", DefineCourse.Needs),
        Of<CompletionRows, CompletionRow>("completions", RecordCompletion.Needs),
        Of<ResultRows, ResultRow>("results", DeclareResult.Needs),
    ];

    /// <summary>None of the kinds.</summary>
    public static readonly Rejection Unknown = new("import.unknown-kind", RejectionKind.Missing, "kind");

    /// <summary>The kind of that name, or null.</summary>
    public static ImportKind? Find(string? name) => All.FirstOrDefault(k => k.Name == name);

    private static ImportKind Of<TRows, TRow>(string name, Duty needs) where TRows : class, IRows<TRows, TRow> where TRow : class, IRow =>
        new(name, needs, TRows.Columns, (services, by, file, token) =>
            new Importer<TRows, TRow>(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>(), by).Run(file, token));
}
