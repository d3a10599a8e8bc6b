using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Works;

public class PermitUseSpec
{
    private static PermitUse Permit => new(PermitId, Body, LogoPermitted.Purpose, LogoPermitted.Places, Yesterday, Tomorrow, LogoPermitted.Reference);

    private static Func<Work?, Outcome> Use(string user, PlaceOfUse place = PlaceOfUse.Certificate, DateOnly? day = null, Agreement? agreement = null) =>
        w => MarkUse.Refusal(agreement ?? TheAgreement, w, user, place, day ?? Today)!;

    [Fact]
    public void The_owner_permits_a_use_in_places_from_a_day_to_a_day() => Spec<Work>
        .Given(Logo)
        .When(w => Permit.Decide(w, TheAgreement, Acting(Registrar, Ega)))
        .Then(LogoPermitted);

    [Fact]
    public void The_owner_stays_the_owner_under_a_new_code() => Spec<Work>
        .Given(Logo)
        .When(w => Permit.Decide(w, AfterSuccession, Acting(Registrar, "DGA")))
        .Then(LogoPermitted);

    [Fact]
    public void A_permit_is_for_its_places_and_days_both_ends_included()
    {
        foreach (var day in new[] { Yesterday, Today, Tomorrow })
            Spec<Work>.Given(Logo, LogoPermitted).When(Use(Body, day: day)).ThenNothing();
        Spec<Work>.Given(Logo, LogoPermitted).When(Use(Body, PlaceOfUse.Course)).ThenRejected(MarkUse.NoPermit);
        Spec<Work>.Given(Logo, LogoPermitted).When(Use(Body, day: Yesterday.AddDays(-1))).ThenRejected(MarkUse.NoPermit);
        Spec<Work>.Given(Logo, LogoPermitted).When(Use(Body, day: Tomorrow.AddDays(1))).ThenRejected(MarkUse.NoPermit);
    }

    [Fact]
    public void Permits_outlive_the_agreement_and_so_does_the_need_of_one()
    {
        var ended = TheAgreement with { Ends = Yesterday };
        Spec<Work>.Given(Logo, LogoPermitted).When(Use(Body, agreement: ended)).ThenNothing();
        Spec<Work>.Given(Logo).When(Use(Body, agreement: ended)).ThenRejected(MarkUse.NoPermit);
        Spec<Work>.Given(Logo).When(w => Permit.Decide(w, ended, Acting(Registrar, Ega))).Then(LogoPermitted);
    }

    [Fact]
    public void A_permit_is_for_its_user_and_the_owner_needs_none()
    {
        Spec<Work>.Given(Logo, LogoPermitted).When(Use(OtherBody)).ThenRejected(MarkUse.NoPermit);
        Spec<Work>.Given(Logo).When(Use(Ega)).ThenNothing();
        Spec<Work>.Given(Logo).When(Use("DGA", agreement: AfterSuccession)).ThenNothing();
        Spec<Work>.Given(Logo).When(Use("DGA")).ThenRejected(MarkUse.NoPermit);
    }

    [Fact]
    public void Every_owner_of_a_joint_work_uses_it_freely_and_its_manager_permits_others()
    {
        Spec<Work>.Given(Manual).When(Use(Ega)).ThenNothing();
        Spec<Work>.Given(Manual).When(Use(Tpqi)).ThenRejected(MarkUse.NoPermit);
        Spec<Work>.Given(Manual).When(w => Permit.Decide(w, TheAgreement, Acting(Registrar, Ocsc))).Then(LogoPermitted with { Work = Shared.Work });
        Spec<Work>.Given(Manual).When(w => Permit.Decide(w, TheAgreement, Acting(Registrar, Ega))).ThenRejected(Work.NotTheOwner);
    }

    [Fact]
    public void What_is_not_in_the_ledger_is_neither_permitted_nor_used()
    {
        Spec<Work>.Given().When(w => Permit.Decide(w, TheAgreement, Acting(Registrar, Ega))).ThenRejected(Work.Missing);
        Spec<Work>.Given().When(Use(Ega)).ThenRejected(Work.Missing);
        Spec<Work>.Given(Logo).When(w => Permit.Decide(w, null, Acting(Registrar, Ega))).ThenRejected(Agreement.Missing);
    }

    [Fact]
    public void Nobody_else_permits() => Spec<Work>
        .Given(Logo)
        .When(w => Permit.Decide(w, TheAgreement, Acting(Registrar, Tpqi)))
        .ThenRejected(Work.NotTheOwner);

    [Fact]
    public void A_permit_is_never_changed() => Spec<Work>
        .Given(Logo, LogoPermitted)
        .When(w => (Permit with { Until = Today }).Decide(w, TheAgreement, Acting(Registrar, Ega)))
        .ThenRejected(PermitUse.AlreadyPermitted);

    [Fact]
    public void A_permit_names_user_purpose_and_letter()
    {
        foreach (var (permit, field) in new[] { (Permit with { User = "" }, "user"), (Permit with { Purpose = " x" }, "purpose"), (Permit with { Reference = "" }, "reference") })
            Spec<Work>.Given(Logo).When(w => permit.Decide(w, TheAgreement, Acting(Registrar, Ega))).ThenRejected(field == PermitUse.BadText.Field ? PermitUse.BadText : PermitUse.BadText with { Field = field });
    }

    [Fact]
    public void A_permit_names_places_each_once()
    {
        foreach (var places in new ValueList<PlaceOfUse>[] { [], [PlaceOfUse.Course, PlaceOfUse.Course] })
            Spec<Work>.Given(Logo).When(w => (Permit with { Places = places }).Decide(w, TheAgreement, Acting(Registrar, Ega))).ThenRejected(PermitUse.BadPlaces);
    }

    [Fact]
    public void A_permit_does_not_end_before_it_begins() => Spec<Work>
        .Given(Logo)
        .When(w => (Permit with { Until = Yesterday.AddDays(-1) }).Decide(w, TheAgreement, Acting(Registrar, Ega)))
        .ThenRejected(PermitUse.BadPeriod);
}
