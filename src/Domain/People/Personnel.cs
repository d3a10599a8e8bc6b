using System.Text.Json.Serialization;

namespace CredentialLedger.Domain.People;

/// <summary>Kinds of public personnel; the stored names are part of the storage format.</summary>
public enum Personnel
{
    /// <summary>ข้าราชการ</summary>
    [JsonStringEnumMemberName("civil-servant")] CivilServant,

    /// <summary>พนักงานราชการ</summary>
    [JsonStringEnumMemberName("government-employee")] GovernmentEmployee,

    /// <summary>ลูกจ้างประจำ</summary>
    [JsonStringEnumMemberName("permanent-employee")] PermanentEmployee,

    /// <summary>ลูกจ้างโครงการ</summary>
    [JsonStringEnumMemberName("project-employee")] ProjectEmployee,

    /// <summary>จ้างเหมาเอกชน</summary>
    [JsonStringEnumMemberName("contractor")] Contractor,
}
