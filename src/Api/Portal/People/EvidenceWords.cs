using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Portal.People;

/// <summary>Evidence in words, and as a form has it.</summary>
internal static class EvidenceWords
{
    /// <summary>The words' code for a kind of evidence.</summary>
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Attendance => "evidence.k-attendance",
        EvidenceKind.Transcript => "evidence.k-transcript",
        EvidenceKind.PlatformRecord => "evidence.k-platform",
        EvidenceKind.ScoreSheet => "evidence.k-score-sheet",
        EvidenceKind.Portfolio => "evidence.k-portfolio",
        EvidenceKind.Observation => "evidence.k-observation",
        _ => "evidence.k-civil-registration",
    };

    /// <summary>The evidence that was entered in the fields of <see cref="EvidenceFields"/>; null where no kind was chosen.</summary>
    public static Evidence? In(Entered entered) => entered.Choice<EvidenceKind>("kind") is { } kind
        ? new(kind, entered.Text("reference"), entered.Text("digest") is { Length: > 0 } digest ? digest.ToLowerInvariant() : null) : null;
}
