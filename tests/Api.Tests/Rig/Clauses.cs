namespace CredentialLedger.Api.Tests.Rig;

/// <summary>What scenarios on clauses 3 to 6 begin from.</summary>
public static class Clauses
{
    /// <summary>The notice of clause 6, as the rig's agreement names the parties.</summary>
    public const string NoticeTh = "โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของสำนักงานคณะกรรมการข้าราชการพลเรือน สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) และสถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)";

    /// <summary>A logo of TPQI's own; gives its address.</summary>
    public static async Task<string> LogoAsync(this LedgerHost host)
    {
        var path = $"/api/works/{Guid.NewGuid()}";
        (await host.PutAsync("work-officer-tpqi", path, LogoBody())).ShouldRecord(1);
        return path;
    }

    /// <summary>A body that registers a logo.</summary>
    public static object LogoBody(string titleEn = "Logo of TPQI") => new { titleTh = "ตราสัญลักษณ์ สคช.", titleEn, kind = "logo", origin = "brought-in" };

    /// <summary>A body that permits an organisation to use a work.</summary>
    public static object PermitBody(string user = "CB-DIGITAL", string until = "2199-12-31", params string[] places) => new
    {
        user,
        purpose = "ใบรับรองทักษะดิจิทัล",
        places = places is [] ? ["certificate", "public-page"] : places,
        from = "2026-01-01",
        until,
        reference = "สคช. 0101/2569",
    };

    /// <summary>The id at the end of an address.</summary>
    public static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);
}
