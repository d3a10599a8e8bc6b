using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Publicity;
using Wolverine.Http;

namespace CredentialLedger.Api.Publicity;

/// <summary>Records a publication about the project, which names all three parties.</summary>
public static class PublishMaterialEndpoint
{
    /// <summary>What is asked: the text itself, or the digest of a file and the notice that it shows.</summary>
    public sealed record Body(string TitleTh, string TitleEn, MaterialKind Kind, string Reference, string? Text = null, string? Sha256 = null, string? Notice = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("โปสเตอร์โครงการ", "Project poster", MaterialKind.Print, "PR-2570/1",
            Sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            Notice: "โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของสำนักงานคณะกรรมการข้าราชการพลเรือน สำนักงานรัฐบาลอิเล็กทรอนิกส์ (องค์การมหาชน) และสถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน)");
    }

    /// <summary>Publish under an id that the caller chose.</summary>
    [WolverinePut("/api/publications/{publicationId:guid}"), Gives<PublishMaterial>]
    public static Task<IResult> Put(Guid publicationId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<PublishMaterial, Publication>(publicationId, $"/api/publications/{publicationId}", async d =>
            new PublishMaterial(publicationId, body.TitleTh, body.TitleEn, body.Kind, body.Reference, body.Text, body.Sha256, body.Notice)
                .Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By, d.Today), token);
}
