using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>A person as a row names them: by id, by national id, or by both.</summary>
public sealed record PersonRef(Guid? Id, string? NationalId);

/// <summary>Finds the persons whom the rows of a batch name, in one query.</summary>
public sealed class PersonRefs(MasterKeys masters, NationalIds nationalIds)
{
    /// <summary>The columns that name a person.</summary>
    public static readonly ValueList<Column> Columns =
        [new("person", ["รหัสบุคคล"]), new("national_id", ["เลขประจำตัวประชาชน", "เลขบัตรประชาชน"], Field: "person")];

    /// <summary>At least one of them.</summary>
    public static readonly ValueList<string> Needs = ["person", "national_id"];

    /// <summary>A row names nobody.</summary>
    public static readonly Rejection Unnamed = new("import.person-unnamed", RejectionKind.Invalid, "person");

    /// <summary>A row names two persons.</summary>
    public static readonly Rejection Mismatch = new("import.person-mismatch", RejectionKind.Conflict, "person");

    private IReadOnlyDictionary<string, Guid> byNationalId = new Dictionary<string, Guid>();

    /// <summary>Look up the national ids.</summary>
    public async Task Load(IEnumerable<PersonRef> persons, CancellationToken token)
    {
        // The master key is read anew for each batch: another process may replace it during a long import.
        var asked = persons.Select(p => p.NationalId).OfType<string>().ToHashSet();
        if (asked.Count > 0) byNationalId = await nationalIds.Find(asked, await masters.Reload(token), token);
    }

    /// <summary>The person's id, as far as known.</summary>
    public Guid? IdOf(PersonRef person) => person.Id ?? (person.NationalId is { } id && byNationalId.TryGetValue(id, out var found) ? found : null);

    /// <summary>Why nobody can be found, or null.</summary>
    public Rejection? Refuses(PersonRef person)
    {
        if (person.NationalId is not { } nationalId) return null;
        if (!byNationalId.TryGetValue(nationalId, out var found)) return Person.Missing;
        return person.Id is { } id && id != found ? Mismatch : null;
    }
}
