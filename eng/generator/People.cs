using System.Globalization;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Generator;

/// <summary>Made-up persons, each marked as such and with a post.</summary>
public static class People
{
    /// <summary>The columns.</summary>
    public static readonly string[] Header = ["person", "name_th", "name_en", "national_id", "personnel", "synthetic", "post", "agency", "unit", "level", "post_from"];

    private static readonly string[] Agencies = ["OCSC", "DGA", "TPQI", "DEMO-A", "DEMO-B", "DEMO-C"];
    private static readonly string[] Units = ["กองสมมติหนึ่ง", "กองสมมติสอง", "สำนักงานสมมติ", ""];
    private static readonly string[] Levels = ["O1", "O2", "K1", "K1", "K2", "K2", "K3", "K4", "D1"];
    private static readonly string[] Others = ["government-employee", "permanent-employee", "project-employee", "contractor"];

    /// <summary>The id of the person of that number.</summary>
    public static Guid IdOf(int number) => Ids.Derive("synthetic-person", number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The rows.</summary>
    public static IEnumerable<string[]> Rows(int count, Chance chance)
    {
        for (var number = 0; number < count; number++)
        {
            var (th, en) = Names.One(chance);
            var servant = chance.Percent(70);
            yield return
            [
                IdOf(number).Key(), th, chance.Percent(60) ? en : "", NationalIdOf(number), servant ? "civil-servant" : chance.Of(Others), "true",
                (1000 + number).ToString(CultureInfo.InvariantCulture), chance.Of(Agencies), chance.Of(Units), servant ? chance.Of(Levels) : "",
                chance.Day(new(2015, 10, 1), new(2025, 10, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ];
        }
    }

    // Register offices give first digits up to 8 (and 0): an id that begins with 9 has a good check digit and belongs to nobody.
    private static string NationalIdOf(int number)
    {
        var twelve = string.Create(CultureInfo.InvariantCulture, $"9{number:D11}");
        return twelve + NationalId.CheckDigit(twelve);
    }
}
