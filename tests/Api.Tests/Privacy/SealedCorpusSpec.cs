using System.Text.Json;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>What is sealed in the golden corpus, by another program, opens here, and the same text sealed again is the same value.</summary>
public sealed class SealedCorpusSpec
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "corpus");
    private static readonly Dictionary<Guid, PersonKey> Keys = Read("keys").GetProperty("persons").EnumerateArray()
        .Select(k => new PersonKey(k.GetProperty("person").GetGuid(), k.GetProperty("key").GetGuid(), Convert.FromHexString(k.GetProperty("secret").GetString()!)))
        .ToDictionary(k => k.Person);

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"))).RootElement;

    private static TEvent Event<TEvent>(string name) => Read(name).GetProperty("data").Deserialize<TEvent>(LedgerJson.Options)!;

    private static void Opens<TEvent, T>(string field, Sealed<T>? value, T expected) where TEvent : LedgerEvent
    {
        var key = Keys[value!.Person];
        key.Open<TEvent, T>(field, value).ShouldBe(expected);
        key.Seal<TEvent, T>(field, expected).ShouldBe(value);
    }

    [Fact]
    public void Names_and_national_ids()
    {
        var first = Event<PersonRegistered>("person-registered.v1");
        Opens<PersonRegistered, PersonName>("name", first.Name, new("นางสาวสมมติ ใจดี", "Sommut Jaidee"));
        Opens<PersonRegistered, string>("nationalId", first.NationalId, "1234567890121");
        Opens<PersonRegistered, PersonName>("name", Event<PersonRegistered>("person-registered.v1.government-employee").Name, new("นายสมมุติ ตั้งใจ"));
    }

    [Fact]
    public void Remarks()
    {
        Opens<CompletionAnnulled, string>("remark", Event<CompletionAnnulled>("completion-annulled.v1").Remark, "บันทึกผิดคน");
        Opens<ResultSuperseded, string>("remark", Event<ResultSuperseded>("result-superseded.v1").Remark, "นับคะแนนข้อ 12 ซ้ำ");
        Opens<ResultAnnulled, string>("remark", Event<ResultAnnulled>("result-annulled.v1").Remark, "ผลของผู้อื่น");
        Opens<CredentialRevoked, string>("remark", Event<CredentialRevoked>("credential-revoked.v1").Remark, "ใช้เอกสารปลอม");
        Opens<CredentialSuspended, string>("remark", Event<CredentialSuspended>("credential-suspended.v1").Remark, "กำลังตรวจสอบหลักฐานการสอบ");
    }

    [Fact]
    public void Numbers_of_awards()
    {
        Opens<AwardAccepted, string>("number", Event<AwardAccepted>("award-accepted.v1").Number, "ICDL-TH-0012345");
        Opens<AwardAnnulled, string>("remark", Event<AwardAnnulled>("award-annulled.v1").Remark, "ผู้ออกยืนยันว่าไม่ได้ออกหมายเลขนี้");
    }

    [Fact]
    public void What_is_said_in_a_case()
    {
        Opens<RevocationNotified, string>("particulars", Event<RevocationNotified>("revocation-notified.v1").Particulars, "ใช้ผลงานของผู้อื่น");
        Opens<NoticeAnswered, string>("answer", Event<NoticeAnswered>("revocation-answered.v1").Answer, "ผลงานเป็นของข้าพเจ้า");
        Opens<AppealUpheld, string>("reasons", Event<AppealUpheld>("appeal-upheld.v1").Reasons, "ฟังขึ้น");
    }

    [Fact]
    public void A_value_opens_in_no_other_place_and_under_no_other_key()
    {
        var sealed_ = Event<CompletionAnnulled>("completion-annulled.v1").Remark!;
        var key = Keys[sealed_.Person];
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => key.Open<ResultAnnulled, string>("remark", sealed_));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => key.Open<CompletionAnnulled, string>("note", sealed_));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => (key with { Person = Guid.NewGuid() }).Open<CompletionAnnulled, string>("remark", sealed_));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => Keys.Values.Single(k => k != key).Open<CompletionAnnulled, string>("remark", sealed_));
    }
}
