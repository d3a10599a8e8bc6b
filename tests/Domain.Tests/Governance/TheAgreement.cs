using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Governance;

/// <summary>The one small agreement that the specs of governance speak of: three parties, each with a representative and a coordinator, and four mandates.</summary>
public static class TheAgreement
{
    // Codes are short here: C, E and T for the three, F for who succeeds E.
    public static readonly Guid RepresentsC = Id(0xB1), RepresentsE = Id(0xB2), RepresentsT = Id(0xB3), NextOfE = Id(0xB4);
    public static readonly Guid CoordinatesC = Id(0xB5), CoordinatesE = Id(0xB6), CoordinatesT = Id(0xB7), AnAuditor = Sample.Auditor;

    public static readonly DateOnly SignedOn = new(2027, 1, 8);

    public static readonly AgreementSigned Signed = new(Agreement.TheId, "ข้อตกลง", "Agreement", SignedOn, new string('c', 64),
        [new("C", "ก.พ.", "Commission", RepresentsC), new("E", "สรอ.", "Agency", RepresentsE), new("T", "สคช.", "Institute", RepresentsT)],
        [new("2.1.5", "C", "จัดสรร", "Assign"), new("2.2.5", "E", "สนับสนุน", "Support"), new("2.3.2", "T", "ประเมิน", "Assess"), new("2.3.3", "T", "รับรอง", "Certify")]);

    public static Actor C(Guid person) => Acting(person, "C");

    public static Actor E(Guid person) => Acting(person, "E");

    public static Actor T(Guid person) => Acting(person, "T");

    /// <summary>The representative of a party, acting for it.</summary>
    public static Actor Representing(string party) => Acting(party switch { "C" => RepresentsC, "E" or "F" => RepresentsE, _ => RepresentsT }, party);

    public static Person Someone => Known(AnAuditor);

    // One proposal that takes little to be made, and its way.
    public static readonly Guid P1 = Id(0x9001), P2 = Id(0x9002), D1 = Id(0xD001);

    public static readonly MandateChange Moves = new("2.2.5", Change.Moved, "T", null, null);
    public static readonly AmendmentProposed Amends = new(P1, "C", CoordinatesC, "ข้อความ", TextDigest.Of("ข้อความ"), [Moves]);
    public static readonly AmendmentAnnexed Annexed = new(P1, 1, Today, [Moves]);

    public static readonly SuccessionProposed Succeeds = new(P2, "E", CoordinatesE, "E", "F", "สพร.", "Development Agency", new("พระราชกฤษฎีกา", "RG 135", new(2027, 2, 1)));
    public static readonly PartySucceeded Succeeded = new(P2, "E", "F", "สพร.", "Development Agency", Succeeds.Instrument);

    public static readonly AuditorProposed Audits = new(AnAuditor, P1, "C", CoordinatesC, Today, new(2027, 12, 31));
    public static readonly AuditorAppointed Appointed = new(AnAuditor, P1, Today, new(2027, 12, 31));

    public static readonly DisputeRaised Raised = new(D1, "T", CoordinatesT, "ค่าใช้จ่าย", "ใครรับผิดชอบ");

    public static ProposalSigned SignedBy(string party, Guid? proposal = null) => new(proposal ?? P1, party, Representing(party).Person);

    /// <summary>A proposal with all three signatures and what follows.</summary>
    public static LedgerEvent[] All(IProposed proposed, IEffect effect) =>
        [(LedgerEvent)proposed, .. new[] { "C", "E", "T" }.Select(party => SignedBy(party, proposed.Proposal)), (LedgerEvent)effect];

    /// <summary>A history in which the agreement ended yesterday.</summary>
    public static LedgerEvent[] Over { get; } = [Signed, .. All(new TerminationProposed(Id(0x9009), "C", CoordinatesC, Yesterday), new TerminationAgreed(Id(0x9009), Yesterday))];

    /// <summary>A dispute that all three have considered.</summary>
    public static LedgerEvent[] Considered { get; } = [Raised, new DisputeConsidered(D1, "C", CoordinatesC, "ค"), new DisputeConsidered(D1, "E", CoordinatesE, "อ"), new DisputeConsidered(D1, "T", CoordinatesT, "ท")];

    /// <summary>What may follow the signed agreement.</summary>
    public static LedgerEvent[] MayFollow { get; } =
    [
        Amends, Succeeds, Audits, new TerminationProposed(P1, "C", CoordinatesC, null), new AuditorDismissalProposed(AnAuditor, P1, "C", CoordinatesC),
        new ArrangementProposed(P1, "C", CoordinatesC, "NR 1", new("2.2.5", null, "C"), null), new SettlementProposed(P1, "C", CoordinatesC, D1, "แบ่งกัน"),
        new NoticeGiven("E", RepresentsE, "DG 1", Today, new(2027, 8, 1)), new RepresentativeNamed(NextOfE, "E", Tomorrow, RepresentsE), Raised,
    ];

    /// <summary>What speaks of something that must have been before.</summary>
    public static LedgerEvent[] MayNotFollow { get; } =
    [
        SignedBy("C"), new SignatureWithdrawn(P1, "C", RepresentsC), new ProposalWithdrawn(P1, CoordinatesC), Considered[1],
        Annexed, Succeeded, Appointed, new TerminationAgreed(P1, Today), new AuditorDismissed(AnAuditor, P1, Today),
        new ArrangementMade(P1, "NR 1", new("2.2.5", null, "C"), null), new DisputeSettled(P1, D1),
    ];
}
