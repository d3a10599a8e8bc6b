using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>The agreement in the simplest form that lets a ledger work: three parties, and a mandate or two each.</summary>
public static class SignedAgreement
{
    private static readonly Guid Ocsc = new("d0000000-0000-4000-8000-0000000000b1"), Ega = new("d0000000-0000-4000-8000-0000000000b2"), Tpqi = new("d0000000-0000-4000-8000-0000000000b3");

    private static readonly AgreementSigned Signed = new(Agreement.TheId, "บันทึกข้อตกลงความร่วมมือ (ตัวอย่าง)", "Memorandum of understanding (sample)", new(2017, 3, 8), new string('a', 64),
        [new("OCSC", "สำนักงานคณะกรรมการข้าราชการพลเรือน", "Office of the Civil Service Commission", Ocsc),
            new("EGA", "สำนักงานรัฐบาลอิเล็กทรอนิกส์ (องค์การมหาชน)", "Electronic Government Agency (Public Organization)", Ega),
            new("TPQI", "สถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)", "Thailand Professional Qualification Institute (Public Organization)", Tpqi)],
        [new("2.1.6", "OCSC", "สนับสนุนหรือร่วมจัดกิจกรรมอื่น ๆ", "Support other activities"), new("2.2.4", "EGA", "ส่งเสริมและดำเนินการพัฒนาทักษะ", "Promote and carry out training"),
            new("2.2.8", "EGA", "สนับสนุนหรือร่วมจัดกิจกรรมอื่น ๆ", "Support other activities"), new("2.3.5", "TPQI", "สนับสนุนหรือร่วมจัดกิจกรรมอื่น ๆ", "Support other activities")]);

    /// <summary>Record the agreement as signed.</summary>
    public static async Task SignAgreementAsync(this LedgerHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.Load([Agreement.TheId], default);
        work.Append(Agreement.TheId, [Signed], new Actor(Ocsc, "OCSC", "represent", "founding"), Guid.NewGuid());
        await work.Save(default);
    }
}
