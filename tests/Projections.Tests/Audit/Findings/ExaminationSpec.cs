using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Audit.Findings;
using static CredentialLedger.Projections.Tests.Audit.Findings.History;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

/// <summary>What holds of a whole examination.</summary>
public sealed class ExaminationSpec
{
    [Fact]
    public void An_empty_ledger_has_no_findings() => new History().Examined().ShouldBeEmpty();

    [Fact]
    public void Computed_again_it_gives_the_same_findings_with_the_same_ids()
    {
        var history = Proper.Then(Annulled, Examiner).Then(Revoked with { RevokedBy = Registrar }, Registrar);
        var ids = history.Examined().Select(f => f.Id).ToArray();
        ids.ShouldNotBeEmpty();
        ids.ShouldBeUnique();
        history.Examined().Select(f => f.Id).ShouldBe(ids);
    }

    [Fact]
    public void Findings_come_in_the_order_in_which_they_showed() =>
        Proper.Then(Annulled, Examiner).Examined().Select(f => f.Last.Sequence).ShouldBeInOrder();

    [Fact]
    public void An_id_follows_from_rule_and_events_alone()
    {
        var finding = Proper.Then(Annulled, Examiner).Found("outlives-evidence").Single();
        finding.Id.ShouldBe(Ids.Derive("finding", ["outlives-evidence", .. finding.Shows.Select(s => s.Event.Key())]));
    }

    [Fact]
    public void Whoever_acted_in_its_events_is_concerned_by_a_finding() =>
        Proper.Then(Annulled, Examiner).Found("outlives-evidence").Single().Concerned.ShouldBe([Candidate, Registrar, Examiner]);

    /// <summary>What is allocated stands for what is done, and is the same on every machine.</summary>
    [Fact]
    public void A_pass_stays_linear_to_a_hundred_thousand_events()
    {
        var (half, whole) = (Allocated(50_000), Allocated(100_000));
        ((double)whole / half).ShouldBeInRange(1.7, 2.4);
    }

    private static long Allocated(int count)
    {
        var examination = new Examination(Thresholds.InForce);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var at = Moment("2027-03-15 09:00");
        for (var i = 0; i < count; i += 5)
        {
            // A case of five events every five minutes, by one of fifty examiners; every hundredth examiner's result is annulled later.
            var (person, result, decision, at5) = (Id(10_000_000 + i), Id(20_000_000 + i), Id(30_000_000 + i), at.AddMinutes(i));
            Look(i + 1, Declared with { Person = person, Result = result, Examiners = [Id(1_000 + i % 50)], AssessedOn = new(2027, 3, 14) }, Examiner, at5);
            Look(i + 2, Completed with { Person = person, Completion = Id(40_000_000 + i) }, Clerk, at5.AddMinutes(1));
            Look(i + 3, Granted with { Person = person, Decision = decision, Results = [result], Completions = [] }, Certifier, at5.AddMinutes(2));
            Look(i + 4, Issued with { Person = person, Credential = Id(50_000_000 + i), Decision = decision }, Registrar, at5.AddMinutes(3));
            Look(i + 5, Annulled with { Person = person, Result = result }, Examiner, at5.AddMinutes(4));
        }
        examination.End().ShouldNotBeEmpty();
        return GC.GetAllocatedBytesForCurrentThread() - before;

        void Look(int sequence, LedgerEvent e, Guid by, DateTimeOffset when) =>
            examination.Look(new(Id(60_000_000 + sequence), e, sequence, Id(sequence), when, new(by, "CB", "some-duty", "some-authority")));
    }
}
