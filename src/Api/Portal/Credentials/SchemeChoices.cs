using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Framework;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Learning;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>What a scheme on a framework version can name.</summary>
/// <param name="Framework">Code of the framework version.</param>
/// <param name="Units">Its units and skills that are assessed.</param>
/// <param name="Courses">Every course.</param>
/// <param name="Equivalences">The equivalences that count as one of its units, withdrawn ones too.</param>
/// <param name="Marks">Every logo and mark.</param>
public sealed record SchemeChoices(string Framework, IReadOnlyList<FrameworkItem> Units, IReadOnlyList<CourseView> Courses, IReadOnlyList<EquivalenceView> Equivalences, IReadOnlyList<WorkView> Marks)
{
    /// <summary>Look them up; null for a framework version that the ledger does not have.</summary>
    public static async Task<SchemeChoices?> Of(string framework, Viewer viewer, EventReader events, CancellationToken token)
    {
        if (Pages.ValueOf<FrameworkView>(await FrameworkView.Get(framework, viewer, token)) is not { } version) return null;
        return new(framework, [.. version.Items.Where(i => i.Assessable)],
            Pages.ValueOf<CoursesView>(await CoursesView.Get(events, token))!.Courses,
            [.. Pages.ValueOf<EquivalencesView>(await EquivalencesView.Get(events, token))!.Equivalences.Where(e => e.Framework == framework)],
            [.. Pages.ValueOf<WorksView>(await WorksView.Get(events, token))!.Works.Where(w => w.Kind is WorkKind.Logo or WorkKind.Mark)]);
    }
}
