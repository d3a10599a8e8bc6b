using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Works;

/// <summary>A logo or mark that may be shown: its id, its titles, and the digest of its file.</summary>
public sealed record ShownMark(Guid Work, string TitleTh, string TitleEn, string? Sha256);

/// <summary>The logos and marks that an organisation may show somewhere today (clause 3): what a page's layout asks, so that it cannot show another.</summary>
public sealed class Marks(EventReader events, TimeProvider clock)
{
    /// <summary>Those for which the organisation has a permit in force for the place, or which are its own; in the order of registration.</summary>
    public async Task<IReadOnlyList<ShownMark>> ShownBy(string organisation, PlaceOfUse place, CancellationToken token)
    {
        if (await events.Fold<Agreement>(Agreement.TheId, token) is not { } agreement) return [];
        var today = clock.ThaiToday();
        return [.. (await WorksView.All(events, token)).Where(w => w.Registered.Kind is WorkKind.Logo or WorkKind.Mark && MarkUse.Refusal(agreement, w, organisation, place, today) is null)
            .Select(w => w.Registered).Select(w => new ShownMark(w.Work, w.TitleTh, w.TitleEn, w.Sha256))];
    }
}
