using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Authority.Realm;

namespace CredentialLedger.Domain.Tests.Authority;

public class EnterSystemSpec
{
    private static readonly EnterSystem Enter = new("OCSC", "https://id.example", "hr", "ระบบ", "System");

    private static Func<AgencySystem?, Outcome> By(EnterSystem command, params Accreditation[] accreditations) => system => command.Decide(system, Agreed, accreditations);

    [Fact]
    public void A_system_of_a_party_becomes_known() => Spec<AgencySystem>.Given().When(By(Enter)).Then(HrSystem);

    [Fact]
    public void A_system_of_an_accredited_organisation_does_too() => Spec<AgencySystem>.Given()
        .When(By(Enter with { Organisation = "CB-1" }, TheAccreditation)).Then(HrSystem with { Organisation = "CB-1" });

    [Fact]
    public void A_strangers_system_does_not() => Spec<AgencySystem>.Given().When(By(Enter with { Organisation = "XYZ" })).ThenRejected(EnterSystem.UnknownOrganisation);

    [Fact]
    public void A_client_is_entered_once() => Spec<AgencySystem>.Given(HrSystem).When(By(Enter with { Organisation = "TPQI" })).ThenRejected(EnterSystem.AlreadyEntered);

    [Fact]
    public void Codes_and_names_are_plain_lines() => Spec<AgencySystem>.Given().When(By(Enter with { NameEn = "a\nb" })).ThenRejected(EnterSystem.BadText);
}
