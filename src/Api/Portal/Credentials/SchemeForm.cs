using System.Globalization;
using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using Microsoft.Extensions.Primitives;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>A scheme as a form holds it: in fields that a browser sends, from which the API's own body is read, and which a scheme that is followed fills in.</summary>
internal static class SchemeForm
{
    /// <summary>Most requirements of either kind that the form has room for.</summary>
    public const int MostRows = 100;

    /// <summary>What its requirements, and those of a renewal, are called in names of fields.</summary>
    public const string Required = "required", Renewal = "renewal";

    // What a requirement asks for is one choice: "course:" and its id, or "level:", the level if there is one, ":" and the unit's code.
    private const string OfCourse = "course:", OfUnit = "level:";

    /// <summary>How many requirements of a kind it has room for: what was sent, and one more for whoever asked for one.</summary>
    public static int Rows(Entered entered, string kind) => Math.Clamp((entered.Number($"{kind}-rows") ?? 1) + (entered.Text("more") == kind ? 1 : 0), 1, MostRows);

    /// <summary>The choice of a unit, perhaps at a level.</summary>
    public static string Unit(string unit, int? level) => $"{OfUnit}{level?.ToString(CultureInfo.InvariantCulture)}:{unit}";

    /// <summary>The choice of a course.</summary>
    public static string Course(Guid course) => $"{OfCourse}{course}";

    /// <summary>What was entered; null and the field at fault where it cannot be read.</summary>
    public static (EstablishSchemeEndpoint.Body? Body, string? Fault) In(Entered entered)
    {
        if (UnitIn(entered.Text("unit")) is not var (unit, level)) return (null, "unit");
        if (entered.Text("validityMonths").Length > 0 && entered.Number("validityMonths") is null) return (null, "validityMonths");
        if (entered.Day("from") is not { } from) return (null, "from");
        if (RequirementsIn(entered, Required) is not { } required) return (null, "requirements");
        var (window, grace) = (entered.Text("windowMonths"), entered.Text("graceMonths"));
        if (RequirementsIn(entered, Renewal) is not { } renewal) return (null, "renewal");
        var renewed = window.Length + grace.Length + renewal.Count > 0;
        if (renewed && (entered.Number("windowMonths") is null || grace.Length > 0 && entered.Number("graceMonths") is null)) return (null, "renewal");
        if (entered.Ids("marks") is not { } marks) return (null, "marks");
        return (new(entered.Text("code"), entered.Text("titleTh"), entered.Text("titleEn"), entered.Text("framework"), unit, required, [.. entered.All("issuers")], from, level, entered.Number("validityMonths"),
            marks.Count == 0 ? null : marks, renewed ? new(entered.Number("windowMonths")!.Value, entered.Number("graceMonths") ?? 0, renewal) : null), null);
    }

    /// <summary>The fields of a scheme that is to follow another: all as in that one but its code and its first day.</summary>
    public static Entered After(SchemeView scheme)
    {
        var fields = new Dictionary<string, StringValues>
        {
            ["framework"] = scheme.Framework,
            ["titleTh"] = scheme.TitleTh,
            ["titleEn"] = scheme.TitleEn,
            ["unit"] = Unit(scheme.Unit, scheme.Level),
            ["validityMonths"] = Text(scheme.ValidityMonths),
            ["issuers"] = scheme.Issuers.ToArray(),
            ["marks"] = Ids(scheme.Marks),
            ["windowMonths"] = Text(scheme.Renewal?.WindowMonths),
            ["graceMonths"] = Text(scheme.Renewal?.GraceMonths),
        };
        Fill(fields, Required, scheme.Requirements);
        Fill(fields, Renewal, scheme.Renewal?.Requirements ?? []);
        return new(new FormCollection(fields));
    }

    private static void Fill(Dictionary<string, StringValues> fields, string kind, IReadOnlyList<Domain.Credentials.Requirement> requirements)
    {
        fields[$"{kind}-rows"] = Text(requirements.Count);
        foreach (var (n, r) in requirements.Index())
        {
            fields[$"{kind}-what-{n}"] = r.Course is { } course ? Course(course) : Unit(r.Unit!, r.Level);
            fields[$"{kind}-instruments-{n}"] = (r.Instruments ?? []).Select(i => i.ToString()).ToArray();
            fields[$"{kind}-equivalents-{n}"] = Ids(r.Equivalents);
        }
    }

    private static (string Unit, int? Level)? UnitIn(string choice)
    {
        if (!choice.StartsWith(OfUnit, StringComparison.Ordinal) || choice[OfUnit.Length..].Split(':', 2) is not [var level, { Length: > 0 } unit]) return null;
        if (level.Length == 0) return (unit, null);
        return int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (unit, number) : null;
    }

    // A row in which nothing was chosen is none.
    private static ValueList<EstablishSchemeEndpoint.RequirementBody>? RequirementsIn(Entered entered, string kind)
    {
        // What was sent beyond the room would be lost without a word.
        if (entered.Number($"{kind}-rows") is not { } rows || rows > MostRows) return null;
        var found = new List<EstablishSchemeEndpoint.RequirementBody>();
        for (var n = 0; n < rows; n++)
        {
            var (what, instruments) = (entered.Text($"{kind}-what-{n}"), entered.All($"{kind}-instruments-{n}"));
            if (entered.Ids($"{kind}-equivalents-{n}") is not { } equivalents || instruments.Any(i => Entered.Member<Instrument>(i) is null)) return null;
            if (what.Length == 0 && instruments.Count == 0 && equivalents.Count == 0) continue;
            var course = what.StartsWith(OfCourse, StringComparison.Ordinal) && Guid.TryParse(what[OfCourse.Length..], out var id) ? id : (Guid?)null;
            if (course is null && what.Length > 0 && UnitIn(what) is null) return null;
            var (unit, level) = UnitIn(what) is { } of ? ((string?)of.Unit, of.Level) : (null, null);
            found.Add(new(unit, level, course, instruments.Count == 0 ? null : [.. instruments.Select(Enum.Parse<Instrument>)], equivalents.Count == 0 ? null : equivalents));
        }

        return [.. found];
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string[] Ids(IEnumerable<Guid>? ids) => [.. (ids ?? []).Select(id => id.ToString())];
}
