using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Keys;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class ReportCompromiseSpec
{
    private static ReportCompromise Report => new(Yesterday, "TPQI 7/2570");

    private static Func<SigningKey?, Outcome> By(ReportCompromise command, string body = Body, DateOnly? today = null) => key => command.Decide(key, TheAgreement, Acting(Auditor, body), today ?? Today);

    [Fact]
    public void A_stolen_key_is_reported_with_the_day_since_when() => Spec<SigningKey>.Given(KeyRegistered).When(By(Report)).Then(KeyCompromised);

    [Fact]
    public void Also_one_that_has_ended() => Spec<SigningKey>.Given(KeyRegistered, KeyCeased).When(By(Report)).Then(KeyCompromised);

    [Fact]
    public void The_party_that_answers_for_all_bodies_may_report_it() => Spec<SigningKey>.Given(ForeignKeyRegistered).When(By(Report, Tpqi)).Then(KeyCompromised with { Key = Foreign });

    [Fact]
    public void Another_body_may_not() => Spec<SigningKey>.Given(KeyRegistered).When(By(Report, OtherBody)).ThenRejected(SigningKey.OtherOrganisation);

    [Fact]
    public void The_same_again_is_nothing_new_on_a_later_day() => Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Report, today: Tomorrow)).ThenNothing();

    [Fact]
    public void It_can_turn_out_to_be_earlier() => Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Report with { From = Yesterday.AddDays(-9) })).Then(KeyCompromised with { From = Yesterday.AddDays(-9) });

    [Fact]
    public void It_never_turns_out_to_be_later() => Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Report with { From = Today })).ThenRejected(ReportCompromise.OnlyEarlier);

    [Fact]
    public void It_is_not_told_again_otherwise() => Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Report with { Reference = "TPQI 8/2570" })).ThenRejected(ReportCompromise.OnlyEarlier);

    [Fact]
    public void It_is_no_plan() => Spec<SigningKey>.Given(KeyRegistered).When(By(Report with { From = Tomorrow })).ThenRejected(ReportCompromise.InFuture);

    [Fact]
    public void It_is_no_slip_of_the_pen() => Spec<SigningKey>.Given(KeyRegistered).When(By(Report with { From = DateOnly.MinValue })).ThenRejected(ReportCompromise.TooEarly);

    [Fact]
    public void It_says_which_document_tells_what_happened() => Spec<SigningKey>.Given(KeyRegistered).When(By(Report with { Reference = " " })).ThenRejected(ReportCompromise.BadReference);

    [Fact]
    public void There_must_be_a_key() => Spec<SigningKey>.Given().When(By(Report)).ThenRejected(SigningKey.Missing);
}
