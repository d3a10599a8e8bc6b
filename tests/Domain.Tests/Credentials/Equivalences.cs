using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

/// <summary>The equivalence that specs speak of: a foreign award counts for three years as the levelled unit; and the candidate's award.</summary>
public static class Equivalences
{
    public static readonly Guid EquivalenceId = Id(0xEA), AwardId = Id(0xEB);

    public static readonly RecognitionDecision ByDecision = new("TPQI 7/2570", new(2027, 1, 10), new string('7', 64)), EndedBy = new("TPQI 8/2570", Yesterday, new string('8', 64));

    public static readonly EquivalenceTerms Terms = new(new("มูลนิธิไอซีดีแอล", "ICDL Foundation", "ใบรับรอง ICDL", "ICDL certificate", "Essentials 1.0"),
        FrameworkCode, UnitCode, 3, new(2024, 1, 1), new(2027, 2, 28), 36, new(2027, 1, 15), ByDecision);

    public static readonly StatementSignature Statement = new("https://ledger.example/issuers/TPQI", Keys.Key, KeyAlgorithm.Ecdsa, 1_800_000_000, "c2lnbmF0dXJl");

    public static readonly EquivalenceRecognised Recognised = new(EquivalenceId, Tpqi, Terms, Statement, Certifier);

    public static readonly EquivalenceWithdrawn WithdrawnToday = new(EquivalenceId, Today, EndedBy, Certifier, Tpqi, Statement);

    public static Equivalence Of(EquivalenceTerms terms) => Fold.Of<Equivalence>(Recognised with { Terms = terms })!;

    public static Equivalence TheEquivalence => Of(Terms);

    public static readonly Evidence Transcript = new(EvidenceKind.Transcript, "AW-2570/1", new string('9', 64));

    public static readonly AwardAccepted Accepted = new(Candidate, AwardId, EquivalenceId, FrameworkCode, UnitCode, 3, Sealed<string>(Candidate, "number"),
        new(2025, 6, 15), new(2028, 6, 14), Transcript, Examiner);

    public static readonly AwardAnnulled Annulled = new(Candidate, AwardId, AnnulmentGround.Fraud, Remark);

    public static Award TheAward => Fold.Of<Award>(Accepted)!;

    public static Award TheAnnulledAward => Fold.Of<Award>(Accepted, Annulled)!;
}
