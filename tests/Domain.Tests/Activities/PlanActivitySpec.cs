using CredentialLedger.Domain.Activities;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Activities;

public class PlanActivitySpec
{
    private static readonly Person[] Coordinators = [Known(Certifier), Known(Registrar), Known(Sample.Auditor)];

    private static PlanActivity Plan => new(ActivityId, Planned.TitleTh, Planned.TitleEn, "2.2.8", Planned.Parties, Yesterday, Tomorrow, Ega, null);

    private static Func<Activity?, Outcome> As(PlanActivity plan, CostArrangement? arranged = null, string by = Tpqi) =>
        a => plan.Decide(a, TheAgreement, arranged, Coordinators, Acting(Registrar, by));

    [Fact]
    public void An_activity_names_who_takes_part_who_coordinates_and_who_bears_the_cost() => Spec<Activity>.Given().When(As(Plan)).Then(Planned);

    [Fact]
    public void All_three_may_take_part()
    {
        ValueList<TakingPart> three = [.. Planned.Parties, new(Ocsc, Sample.Auditor)];
        Spec<Activity>.Given().When(As(Plan with { Parties = three })).Then(Planned with { Parties = three });
    }

    [Fact]
    public void The_same_plan_again_is_nothing_new_and_another_is_refused()
    {
        Spec<Activity>.Given(Planned).When(As(Plan)).ThenNothing();
        Spec<Activity>.Given(Planned).When(As(Plan with { Until = Today })).ThenRejected(PlanActivity.AlreadyPlanned);
    }

    [Fact]
    public void The_cost_is_borne_by_the_party_whose_duty_it_is() => Spec<Activity>
        .Given()
        .When(As(Plan with { Bearer = Tpqi }))
        .ThenRejected(CostBearing.NotTheBearer);

    public static TheoryData<CostArrangement> Arrangements => [new(null, ActivityId, Tpqi), new("2.2.8", null, Tpqi)];

    [Theory, MemberData(nameof(Arrangements))]
    public void A_written_agreement_on_the_activity_or_the_duty_may_say_otherwise(CostArrangement arranged) => Spec<Activity>
        .Given()
        .When(As(Plan with { Bearer = Tpqi, Arrangement = ArrangementId }, arranged))
        .Then(Planned with { Bearer = Tpqi, Arrangement = ArrangementId });

    public static TheoryData<CostArrangement> Others => [new(null, ConfidenceId, Tpqi), new("2.3.5", null, Tpqi), new(null, ActivityId, Ocsc)];

    [Theory, MemberData(nameof(Others))]
    public void A_written_agreement_on_something_else_says_nothing(CostArrangement arranged) => Spec<Activity>
        .Given()
        .When(As(Plan with { Bearer = Tpqi, Arrangement = ArrangementId }, arranged))
        .ThenRejected(CostBearing.NotTheBearer);

    [Fact]
    public void The_bearer_is_a_party_and_the_clause_a_mandate()
    {
        Spec<Activity>.Given().When(As(Plan with { Bearer = OtherBody })).ThenRejected(Agreement.NoParty);
        Spec<Activity>.Given().When(As(Plan with { Clause = "9.9.9" })).ThenRejected(CostBearing.NoMandate);
    }

    [Fact]
    public void Whoever_plans_takes_part() => Spec<Activity>.Given().When(As(Plan, by: Ocsc)).ThenRejected(Activity.NotTakingPart);

    [Fact]
    public void Two_different_parties_take_part_at_least()
    {
        Spec<Activity>.Given().When(As(Plan with { Parties = [new(Tpqi, Registrar)] })).ThenRejected(PlanActivity.BadParties);
        Spec<Activity>.Given().When(As(Plan with { Parties = [new(Tpqi, Registrar), new(Tpqi, Certifier)] })).ThenRejected(PlanActivity.BadParties);
        Spec<Activity>.Given().When(As(Plan with { Parties = [new(Tpqi, Registrar), new(OtherBody, Certifier)] })).ThenRejected(Agreement.NoParty);
    }

    [Fact]
    public void One_party_under_two_codes_is_one() => Spec<Activity>
        .Given()
        .When(a => (Plan with { Parties = [new(Ega, Registrar), new("DGA", Certifier)] }).Decide(a, AfterSuccession, null, Coordinators, Acting(Registrar, "DGA")))
        .ThenRejected(PlanActivity.BadParties);

    [Fact]
    public void Coordinators_are_known_persons() => Spec<Activity>
        .Given()
        .When(As(Plan with { Parties = [new(Ega, Stranger), new(Tpqi, Registrar)] }))
        .ThenRejected(Person.Missing);

    [Fact]
    public void Titles_are_plain_lines_and_the_end_comes_after_the_beginning()
    {
        Spec<Activity>.Given().When(As(Plan with { TitleTh = "" })).ThenRejected(PlanActivity.BadText);
        Spec<Activity>.Given().When(As(Plan with { TitleEn = "a\tb" })).ThenRejected(PlanActivity.BadText);
        Spec<Activity>.Given().When(As(Plan with { Until = Yesterday.AddDays(-1) })).ThenRejected(PlanActivity.BadPeriod);
    }

    [Fact]
    public void Without_an_agreement_nothing_is_joint() => Spec<Activity>
        .Given()
        .When(a => Plan.Decide(a, null, null, Coordinators, Acting(Registrar, Tpqi)))
        .ThenRejected(Agreement.Missing);
}
