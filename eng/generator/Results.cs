using System.Globalization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Generator;

/// <summary>Made-up results by the first twenty persons as examiners. Their ids are given, so that decisions can name them.</summary>
public static class Results
{
    private const int Examiners = 20;

    /// <summary>The columns.</summary>
    public static readonly string[] Header =
        ["result", "person", "framework", "unit", "level", "grade", "score", "instrument", "examiners", "assessed_on", "evidence_kind", "evidence_reference"];

    private static readonly string[] Instruments = ["written-exam", "portfolio", "interview", "simulation", "demonstration", "workplace-observation", "third-party"];

    /// <summary>The rows.</summary>
    public static IEnumerable<string[]> Rows(Programme programme, Size size, Chance chance)
    {
        for (var number = 1; number <= size.Results; number++)
        {
            var (unit, person, competent) = (chance.Of(programme.Units), chance.Below(size.People), chance.Percent(80));
            var score = competent ? 6000 + chance.Below(4001) : chance.Below(6000);
            yield return
            [
                Ids.Derive("synthetic-result", number.ToString(CultureInfo.InvariantCulture)).Key(), People.IdOf(person).Key(), unit.Framework, unit.Code, unit.Levels.Count > 0 ? chance.Of(unit.Levels) : "",
                competent ? "competent" : "not-yet-competent", chance.Percent(90) ? $"{score / 100}.{score % 100:D2}" : "", chance.Of(Instruments),
                string.Join(';', ExaminersOf(person, Math.Min(Examiners, size.People), chance)), chance.Day(new(2025, 1, 1), new(2026, 6, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "score-sheet", $"DEMO-SIT-{number:D7}",
            ];
        }
    }

    // One or two, never the candidate.
    private static IEnumerable<string> ExaminersOf(int candidate, int examiners, Chance chance)
    {
        var first = chance.Below(examiners);
        var count = chance.Percent(50) ? 2 : 1;
        return Enumerable.Range(first, examiners).Select(n => n % examiners).Where(n => n != candidate).Take(count).Select(n => People.IdOf(n).Key());
    }
}
