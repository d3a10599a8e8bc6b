using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class AnswerNoticeSpec
{
    private static Func<Credential?, Outcome> By(Guid person, AnswerNotice command) => credential => command.Decide(credential, Acting(person));

    [Fact]
    public void The_holder_answers() => Spec<Credential>
        .Given(Issued, Notified)
        .When(By(Candidate, new(Remark)))
        .Then(Answered);

    [Fact]
    public void The_same_answer_again_is_nothing_new() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Candidate, new(Remark)))
        .ThenNothing();

    [Fact]
    public void A_notice_is_answered_once() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Candidate, new(Sealed<string>(Candidate, "other"))))
        .ThenRejected(AnswerNotice.AlreadyAnswered);

    [Fact]
    public void An_empty_answer_is_none() => Spec<Credential>
        .Given(Issued, Notified)
        .When(By(Candidate, new(Answer: null)))
        .ThenRejected(RevocationCase.NoReasons);

    [Fact]
    public void Without_a_notice_there_is_nothing_to_answer() => Spec<Credential>
        .Given(Issued)
        .When(By(Candidate, new(Remark)))
        .ThenRejected(RevocationCase.NoNotice);

    [Fact]
    public void What_was_decided_is_answered_no_more() => Spec<Credential>
        .Given(Issued, Notified, Dropped)
        .When(By(Candidate, new(Remark)))
        .ThenRejected(RevocationCase.NoNotice);

    [Fact]
    public void Nobody_answers_for_the_holder() => Spec<Credential>
        .Given(Issued, Notified)
        .When(By(Auditor, new(Remark)))
        .ThenRejected(Credential.Missing);

    [Fact]
    public void There_is_no_answer_about_a_credential_that_nobody_issued() => Spec<Credential>
        .Given()
        .When(By(Candidate, new(Remark)))
        .ThenRejected(Credential.Missing);
}
