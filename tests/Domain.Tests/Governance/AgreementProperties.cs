using System.Collections.Concurrent;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CsCheck;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

/// <summary>
/// What holds after 100,000 random histories of the agreement, told from the events alone and by no code of the deciders: whoever
/// gives whatever command, on whatever day, for whichever party.
/// </summary>
public class AgreementProperties
{
    private const int Histories = 100_000;

    private static readonly Guid[] Persons = [RepresentsC, RepresentsE, RepresentsT, NextOfE, CoordinatesC, AnAuditor];
    private static readonly Gen<Guid> AnyPerson = Gen.OneOf(Persons);
    private static readonly Gen<Guid> AnyProposal = Gen.OneOf(P1, P2);
    private static readonly Gen<string> AnyParty = Gen.OneOf("C", "E", "T", "F", "X");

    // Mostly people who act for whom they belong to, so that something happens; sometimes anybody for anybody.
    private static readonly Gen<Actor> AnyActor = Gen.Frequency(
        (6, Gen.OneOf(Representing("C"), Representing("E"), Representing("T"))),
        (3, Gen.OneOf(C(CoordinatesC), E(CoordinatesE), E(NextOfE), Representing("F"))),
        (1, Gen.Select(AnyPerson, AnyParty, Acting)));

    private static readonly Gen<MandateChange> AnyChange = Gen.OneOf(
        Moves, new("2.2.5", Change.Moved, "X", null, null), new("2.3.3", Change.Ended, null, null, null),
        new("2.1.7", Change.Granted, "E", "ใหม่", "New"), new("2.3.2", Change.Changed, null, "ใหม่", "New"));

    private delegate Outcome Command(Agreement? agreement, Actor by, DateOnly today);

    private static readonly Gen<Command> AnyCommand = Gen.Frequency(
        (3, Gen.Select(AnyProposal, AnyChange, (p, change) => (Command)new ProposeAmendment(p, "ก", [change]).Decide)),
        (1, Gen.Select(AnyProposal, Gen.Int[-2, 200], (p, n) => (Command)new ProposeTermination(p, n < 0 ? null : Today.AddDays(n)).Decide)),
        (1, Gen.Select(AnyProposal, AnyParty, (p, code) => (Command)new ProposeSuccession(p, "E", code, "ช", "N", Succeeds.Instrument).Decide)),
        (1, Gen.Select(AnyProposal, AnyPerson, (p, who) => (Command)((a, by, today) => new ProposeAuditor(p, who, today, null).Decide(a, Someone, by, today)))),
        (14, AnyProposal.Select(p => (Command)new SignProposal(p).Decide)),
        (1, AnyProposal.Select(p => (Command)new WithdrawSignature(p).Decide)),
        (1, AnyProposal.Select(p => (Command)((a, by, _) => new WithdrawProposal(p).Decide(a, by)))),
        (1, Gen.Int[80, 120].Select(n => (Command)((a, by, today) => new GiveNotice("N", today.AddDays(n)).Decide(a, by, today)))),
        (1, Gen.Select(AnyPerson, Gen.Int[-1, 3], (who, n) => (Command)((a, by, today) => new NameRepresentative(who, today.AddDays(n)).Decide(a, Someone, by, today)))));

    private static readonly Gen<(Command Command, Actor By, int Later)[]> AnyHistory =
        Gen.Select(AnyCommand, AnyActor, Gen.Frequency((8, Gen.Const(0)), (1, Gen.Int[1, 3]), (1, Gen.Int[1, 100]))).Array[8, 24];

    [Fact]
    public void Whatever_comes_three_sign_or_nothing_changes()
    {
        var reached = new ConcurrentDictionary<string, int>();
        AnyHistory.Sample(history =>
        {
            var witness = new Witness(reached);
            var agreement = Agreement.Evolve(null, Signed)!;
            var today = Today;
            foreach (var (command, by, later) in history)
            {
                today = today.AddDays(later);
                var outcome = command(agreement, by, today);
                var before = agreement;
                foreach (var e in outcome.Events) agreement = Agreement.Evolve(agreement, e)!;
                witness.Sees(before, agreement, outcome.Events, by, today);
            }
        }, iter: Histories);
        foreach (var kind in new[] { nameof(AmendmentAnnexed), nameof(TerminationAgreed), nameof(PartySucceeded), nameof(AuditorAppointed), nameof(NoticeGiven), nameof(RepresentativeNamed), nameof(SignatureWithdrawn) })
            reached.GetValueOrDefault(kind).ShouldBeGreaterThan(100, kind);
    }
}
