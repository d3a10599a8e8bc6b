using System.Globalization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Generator;

/// <summary>Made-up completions of the programme's courses. Their ids are left to the importer.</summary>
public static class Completions
{
    /// <summary>The columns.</summary>
    public static readonly string[] Header = ["person", "course", "completed_on", "evidence_kind", "evidence_reference"];

    private static readonly string[] Kinds = ["attendance", "transcript", "platform-record"];
    private static readonly DateOnly Last = new(2026, 6, 30);

    /// <summary>The rows.</summary>
    public static IEnumerable<string[]> Rows(Programme programme, Size size, Chance chance)
    {
        for (var number = 1; number <= size.Completions; number++)
        {
            var course = chance.Of(programme.Courses);
            yield return [People.IdOf(chance.Below(size.People)).Key(), course.Id, chance.Day(course.From, Last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), chance.Of(Kinds), $"DEMO-LMS-{number:D7}"];
        }
    }
}
