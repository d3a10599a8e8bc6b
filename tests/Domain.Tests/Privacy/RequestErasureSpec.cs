using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Privacy;

public class RequestErasureSpec
{
    private static RequestErasure Ask => new(ErasureId, Remark);

    private static Func<Person?, Outcome> By(Guid person, RequestErasure command) => state => command.Decide(state, Acting(person), Today);

    [Fact]
    public void A_person_asks_for_themself_and_the_clock_runs_ninety_days() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Candidate, Ask))
        .Then(ErasureAsked);

    [Fact]
    public void An_officer_asks_for_a_person_who_cannot() => Spec<Person>
        .Given(Registered(Candidate))
        .When(By(Auditor, new(ErasureId, Remark: null)))
        .Then(ErasureAsked with { RequestedBy = Auditor, Remark = null });

    [Fact]
    public void The_same_request_on_a_later_day_is_nothing_new() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked)
        .When(p => Ask.Decide(p, Acting(Candidate), Tomorrow))
        .ThenNothing();

    [Fact]
    public void A_request_of_that_id_by_someone_else_is_another() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked)
        .When(By(Auditor, Ask))
        .ThenRejected(RequestErasure.AlreadyRequested);

    [Fact]
    public void While_a_request_waits_there_is_no_second() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked)
        .When(By(Candidate, Ask with { Erasure = Id(1) }))
        .ThenRejected(RequestErasure.AlreadyOpen);

    [Fact]
    public void After_a_refusal_a_person_may_ask_again() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDenied)
        .When(By(Candidate, Ask with { Erasure = Id(1) }))
        .Then(ErasureAsked with { Erasure = Id(1) });

    [Fact]
    public void Who_was_erased_is_not_erased_again() => Spec<Person>
        .Given(Registered(Candidate), ErasureAsked, ErasureDone)
        .When(By(Candidate, Ask with { Erasure = Id(1) }))
        .ThenRejected(Person.Erased);

    [Fact]
    public void Of_nobody_nothing_is_erased() => Spec<Person>
        .Given()
        .When(By(Auditor, Ask))
        .ThenRejected(Person.Missing);
}
