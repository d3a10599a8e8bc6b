using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using static CredentialLedger.Domain.Tests.Sample;
using Terms = CredentialLedger.Domain.Tests.Governance.TheAgreement;

namespace CredentialLedger.Domain.Tests.Privacy;

public class ExportEvidenceSpec
{
    private const string Certificate = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static readonly ExportEvidence OfPerson = new(Evidenced.Export, BundleKind.Person, Candidate, null, null, null, 12, false, null);
    private static readonly ExportEvidence OfPeriod = OfPerson with { Kind = BundleKind.Period, Subject = null, From = Today, Until = Today };
    private static readonly ExportEvidence OfCredential = OfPerson with { Kind = BundleKind.Credential, Credential = CredentialId };
    private static readonly ExportEvidence Opening = OfPerson with { Open = true, Recipient = Certificate };

    private static Agreement Appointing(bool? opens) =>
        Fold.Of<Agreement>([Terms.Signed, .. Terms.All(Terms.Audits with { Opens = opens }, Terms.Appointed with { Opens = opens })])!;

    private static Func<EvidenceExport?, Outcome> By(ExportEvidence command, bool? opens = null) => export => command.Decide(export, Appointing(opens), Acting(Terms.AnAuditor), Today);

    [Fact]
    public void Evidence_is_exported_of_a_person() => Spec<EvidenceExport>.Given().When(By(OfPerson)).Then(Evidenced);

    [Fact]
    public void Evidence_is_exported_of_a_credential() => Spec<EvidenceExport>
        .Given().When(By(OfCredential)).Then(Evidenced with { Kind = BundleKind.Credential, Credential = CredentialId });

    [Fact]
    public void Evidence_is_exported_of_an_examiner() => Spec<EvidenceExport>
        .Given().When(By(OfPerson with { Kind = BundleKind.Examiner })).Then(Evidenced with { Kind = BundleKind.Examiner });

    [Fact]
    public void Evidence_is_exported_of_a_period() => Spec<EvidenceExport>
        .Given().When(By(OfPeriod)).Then(Evidenced with { Kind = BundleKind.Period, Subject = null, From = Today, Until = Today });

    [Fact]
    public void What_is_sealed_is_opened_where_all_three_let_the_auditor() => Spec<EvidenceExport>
        .Given().When(By(Opening, opens: true)).Then(Evidenced with { Recipient = Certificate });

    [Fact]
    public void Another_auditor_does_not_open() => Spec<EvidenceExport>.Given().When(By(Opening)).ThenRejected(ExportEvidence.MayNotOpen);

    [Fact]
    public void Who_is_no_auditor_does_not_open() => Spec<EvidenceExport>
        .Given().When(export => Opening.Decide(export, Appointing(true), Acting(Stranger), Today)).ThenRejected(ExportEvidence.MayNotOpen);

    [Fact]
    public void Of_a_period_nothing_is_opened() => Spec<EvidenceExport>
        .Given().When(By(OfPeriod with { Open = true, Recipient = Certificate }, opens: true)).ThenRejected(ExportEvidence.OpensMany);

    [Theory, InlineData(true), InlineData(false)]
    public void A_recipient_is_named_when_something_is_opened_and_only_then(bool open) => Spec<EvidenceExport>
        .Given().When(By(OfPerson with { Open = open, Recipient = open ? null : Certificate }, opens: true)).ThenRejected(ExportEvidence.RecipientMismatch);

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Exactly_one_thing_is_selected(int which) => Spec<EvidenceExport>.Given().When(By(which switch
    {
        0 => OfPerson with { Subject = null },
        1 => OfPerson with { Credential = CredentialId },
        2 => OfPerson with { From = Today },
        3 => OfPeriod with { Until = null },
        _ => OfPeriod with { Until = Today.AddDays(-1) },
    })).ThenRejected(ExportEvidence.BadSelection);

    [Fact]
    public void Nothing_is_gathered_for_days_that_nobody_can_mean()
    {
        Spec<EvidenceExport>.Given().When(By(OfPeriod with { From = DateOnly.MinValue })).ThenRejected(PlausibleDay.Implausible, "from");
        (OfPeriod with { Until = new(2570, 1, 1) }).Obstacle(Appointing(null), Acting(Terms.AnAuditor), Today).ShouldBe(PlausibleDay.Implausible with { Field = "until" });
    }

    [Fact]
    public void Nothing_is_not_exported() => Spec<EvidenceExport>.Given().When(By(OfPerson with { Events = 0 })).ThenRejected(ExportEvidence.NothingFound);

    [Fact]
    public void A_bundle_has_a_limit() => Spec<EvidenceExport>.Given().When(By(OfPerson with { Events = ExportEvidence.MaxEvents + 1 })).ThenRejected(ExportEvidence.TooMany);

    [Fact]
    public void An_export_is_made_once() => Spec<EvidenceExport>.Given(Evidenced).When(By(OfPerson with { Events = 13 })).ThenRejected(ExportEvidence.AlreadyExported);
}
