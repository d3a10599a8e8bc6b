using CredentialLedger.Api.Http;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The marks of a credential's scheme that its issuer may show on a certificate that is made today (clause 3).</summary>
public sealed class CertificateMarks(EventReader events, WorkPictures pictures, TimeProvider clock)
{
    // With fonts and document a certificate stays below the megabyte that it may have.
    private const int MaxPacked = 480 * 1024;

    /// <summary>Those with a permit in force today, which issuing asked for on its day; in the scheme's order. A mark whose picture is not kept, or finds no room, is without one.</summary>
    public async Task<IReadOnlyList<CertificateMark>> Of(Guid credential, string issuer, CancellationToken token)
    {
        if (await events.Fold<Credential>(credential, token) is not { Issued: var issued } || await events.Fold<Agreement>(Agreement.TheId, token) is not { } agreement
            || await events.Fold<Scheme>(issued.Scheme, token) is not { Established.Marks: { } marks }) return [];
        var (shown, today, room) = (new List<CertificateMark>(), clock.ThaiToday(), MaxPacked);
        foreach (var id in marks)
        {
            var work = await events.Fold<Work>(id, token);
            if (MarkUse.Refusal(agreement, work, issuer, PlaceOfUse.Certificate, today) is not null) continue;
            var mark = await Of(work!.Registered, agreement, token);
            if (mark.Picture is { } picture && (room -= picture.Packed.Length) < 0) mark = mark.InWords();
            shown.Add(mark);
        }

        return shown;
    }

    private async Task<CertificateMark> Of(WorkRegistered work, Agreement agreement, CancellationToken token)
    {
        var owners = work.Owners.Select(o => agreement.Party(o.Party)!).ToList();
        var mark = new CertificateMark(work.TitleTh, work.TitleEn, string.Join(" และ", owners.Select(o => o.NameTh)), string.Join(" and ", owners.Select(o => o.NameEn)));
        return work.Sha256 is { } sha256 && await pictures.Read(sha256, token) is { } file ? mark.Showing(file) : mark;
    }
}
