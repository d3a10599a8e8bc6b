using System.Reflection;
using System.Text.Json.Serialization;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>What columns of set values may say: the stored names, and official Thai names where there are any.</summary>
public static class Values
{
    /// <summary>Kinds of public personnel.</summary>
    public static readonly IReadOnlyDictionary<string, Personnel> Personnel = Of(
        ("ข้าราชการ", Domain.People.Personnel.CivilServant), ("พนักงานราชการ", Domain.People.Personnel.GovernmentEmployee),
        ("ลูกจ้างประจำ", Domain.People.Personnel.PermanentEmployee), ("ลูกจ้างโครงการ", Domain.People.Personnel.ProjectEmployee),
        ("จ้างเหมาเอกชน", Domain.People.Personnel.Contractor));

    /// <summary>Grades.</summary>
    public static readonly IReadOnlyDictionary<string, Grade> Grades = Of<Grade>();

    /// <summary>Instruments of assessment.</summary>
    public static readonly IReadOnlyDictionary<string, Instrument> Instruments = Of(
        ("ข้อสอบ", Instrument.WrittenExam), ("แฟ้มสะสมผลงาน", Instrument.Portfolio), ("สัมภาษณ์", Instrument.Interview),
        ("จำลองสถานการณ์", Instrument.Simulation), ("สาธิตการปฏิบัติงาน", Instrument.Demonstration),
        ("สังเกตการณ์ ณ หน้างานจริง", Instrument.WorkplaceObservation), ("ประเมินด้วยบุคคลที่สาม", Instrument.ThirdParty));

    /// <summary>Kinds of evidence.</summary>
    public static readonly IReadOnlyDictionary<string, EvidenceKind> Kinds = Of<EvidenceKind>();

    /// <summary>Whether a person is made up.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Truths = new Dictionary<string, bool> { ["true"] = true, ["false"] = false };

    private static Dictionary<string, T> Of<T>(params (string Thai, T Value)[] thai) where T : struct, Enum
    {
        var values = Enum.GetNames<T>().ToDictionary(name => typeof(T).GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name, Enum.Parse<T>);
        foreach (var (name, value) in thai) values.Add(name, value);
        return values;
    }
}
