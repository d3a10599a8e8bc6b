using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Framework;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Learning;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Framework;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>What a scheme names by codes and ids, as people call it.</summary>
/// <param name="Units">Titles of the units of its framework, by code.</param>
/// <param name="Courses">The courses that it and its renewal require, by id.</param>
/// <param name="Equivalences">The equivalences under which it takes awards, by id.</param>
/// <param name="Marks">The marks that its certificates show.</param>
public sealed record SchemeNames(IReadOnlyDictionary<string, FrameworkItem> Units, IReadOnlyDictionary<Guid, CourseView> Courses, IReadOnlyDictionary<Guid, EquivalenceView> Equivalences, IReadOnlyList<WorkView> Marks)
{
    /// <summary>Look them up.</summary>
    public static async Task<SchemeNames> Of(SchemeView scheme, Viewer viewer, CancellationToken token)
    {
        var (courses, equivalences, marks) = (new Dictionary<Guid, CourseView>(), new Dictionary<Guid, EquivalenceView>(), new List<WorkView>());
        var required = scheme.Requirements.Concat(scheme.Renewal?.Requirements ?? []).ToArray();
        foreach (var id in required.Select(r => r.Course).OfType<Guid>().Distinct())
            if (Pages.ValueOf<CourseView>(await CourseView.Get(id, viewer, token)) is { } course) courses[id] = course;
        foreach (var id in required.SelectMany(r => r.Equivalents ?? []).Distinct())
            if (Pages.ValueOf<EquivalenceView>(await EquivalenceView.Get(id, viewer, token)) is { } equivalence) equivalences[id] = equivalence;
        foreach (var id in scheme.Marks ?? [])
            if (Pages.ValueOf<WorkView>(await WorkView.Get(id, viewer, token)) is { } mark) marks.Add(mark);
        var items = Pages.ValueOf<FrameworkView>(await FrameworkView.Get(scheme.Framework, viewer, token))?.Items ?? [];
        return new(items.Where(i => i.Assessable).ToDictionary(i => i.Code), courses, equivalences, marks);
    }

    /// <summary>A unit's title in the reader's language; its code where it has none.</summary>
    public string Unit(Language language, string code) =>
        Units.GetValueOrDefault(code) is { } unit ? language.Of(unit.TitleTh ?? unit.TitleEn ?? code, unit.TitleEn ?? unit.TitleTh ?? code) : code;
}
