using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>Fields that several kinds of rows share.</summary>
public static class EvidenceFields
{
    /// <summary>The columns of evidence.</summary>
    public static readonly ValueList<Column> Columns =
    [
        new("evidence_kind", ["ประเภทหลักฐาน"]),
        new("evidence_reference", ["เลขที่หลักฐาน"], Field: "evidence"),
        new("evidence_sha256", ["ค่า SHA-256 ของหลักฐาน"]),
    ];

    /// <summary>Those that must be there.</summary>
    public static readonly ValueList<ValueList<string>> Needs = [["evidence_kind"], ["evidence_reference"]];

    /// <summary>The evidence of a row.</summary>
    public static Evidence Evidence(this Fields fields) =>
        new(fields.Value("evidence_kind", Values.Kinds), fields.Text("evidence_reference"), fields.Optional("evidence_sha256"));

    /// <summary>The person of a row.</summary>
    public static PersonRef Person(this Fields fields)
    {
        var person = new PersonRef(fields.OptionalId("person"), fields.Optional("national_id"));
        if (person.NationalId is { } nationalId && RegisterPerson.Flaw(nationalId) is { } flaw) fields.Refuse(flaw, "national_id");
        if (person is { Id: null, NationalId: null }) fields.Refuse(PersonRefs.Unnamed, "person");
        return person;
    }
}
