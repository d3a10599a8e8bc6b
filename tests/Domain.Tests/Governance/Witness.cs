using System.Collections.Concurrent;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Governance.TheAgreement;

namespace CredentialLedger.Domain.Tests.Governance;

/// <summary>Looks over the deciders' shoulders with books of its own: who proposed, who signed for which of the three parties, who represents them, and when the agreement ends.</summary>
public sealed class Witness(ConcurrentDictionary<string, int> reached)
{
    private readonly Dictionary<Guid, Guid> proposers = [];
    private readonly Dictionary<(Guid Proposal, string Party), Guid> signatures = [];
    private readonly List<(string Party, Guid Person, DateOnly From)> named = [("C", RepresentsC, TheAgreement.SignedOn), ("E", RepresentsE, TheAgreement.SignedOn), ("T", RepresentsT, TheAgreement.SignedOn)];
    private readonly HashSet<string> codes = ["C", "E", "T"];
    private DateOnly end = DateOnly.MaxValue;

    /// <summary>One command was given.</summary>
    public void Sees(Agreement before, Agreement after, ValueList<LedgerEvent> events, Actor by, DateOnly today)
    {
        foreach (var e in events)
        {
            reached.AddOrUpdate(e.GetType().Name, 1, (_, n) => n + 1);
            Hear(e, by, today);
        }
        var changed = events.OfType<AmendmentAnnexed>().Any();
        if (!changed && !before.Mandates.Equals(after.Mandates)) throw new ShouldAssertException("a mandate changed without an amendment");
        // Said without Shouldly where every step asks: its messages read the source.
        if (!after.Mandates.All(m => codes.Contains(m.Party))) throw new ShouldAssertException("a mandate went to a fourth");
        if ((after.Parties.Count, after.Ends ?? DateOnly.MaxValue) != (3, end)) throw new ShouldAssertException("the earliest end counts, and there are three parties");
    }

    private void Hear(LedgerEvent e, Actor by, DateOnly today)
    {
        if (e is IProposed proposed) proposers.TryAdd(proposed.Proposal, by.Person).ShouldBeTrue("something was proposed twice");
        if (e is AmendmentProposed or AmendmentAnnexed or NoticeGiven or TerminationAgreed) today.ShouldBeLessThan(end, $"{e} came after the end");
        if (e is IEffect effect) signatures.Keys.Count(s => s.Proposal == effect.Proposal).ShouldBe(3, $"{e} took effect without three signatures");
        switch (e)
        {
            case ProposalSigned signed:
                signed.SignedBy.ShouldBe(by.Person);
                by.Person.ShouldNotBe(proposers[signed.Proposal], "somebody approved what they proposed");
                Represents(signed.Party, by.Person, today);
                signatures.TryAdd((signed.Proposal, First(signed.Party)), by.Person).ShouldBeTrue("a party signed twice");
                break;
            case SignatureWithdrawn withdrawn:
                Represents(withdrawn.Party, by.Person, today);
                signatures.Remove((withdrawn.Proposal, First(withdrawn.Party))).ShouldBeTrue("what was not signed was taken back");
                break;
            case RepresentativeNamed next:
                Represents(next.Party, by.Person, today);
                next.From.ShouldBeGreaterThanOrEqualTo(today);
                named.RemoveAll(n => n.Party == First(next.Party) && n.From >= next.From);
                named.Add((First(next.Party), next.Person, next.From));
                break;
            case NoticeGiven notice:
                (notice.EndsOn.DayNumber - today.DayNumber).ShouldBeGreaterThanOrEqualTo(90);
                end = notice.EndsOn < end ? notice.EndsOn : end;
                break;
            case PartySucceeded succeeded:
                codes.Add(succeeded.Code);
                break;
            case TerminationAgreed agreed:
                end = agreed.EndsOn < end ? agreed.EndsOn : end;
                break;
            default:
                break;
        }
    }

    private void Represents(string party, Guid person, DateOnly today) =>
        named.Last(n => n.Party == First(party) && n.From <= today).Person.ShouldBe(person, "somebody signed who does not represent the party");

    // E may have become F, or X, and is one party for good.
    private static string First(string party) => party is "C" or "T" ? party : "E";
}
