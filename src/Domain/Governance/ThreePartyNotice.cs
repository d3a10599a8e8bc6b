namespace CredentialLedger.Domain.Governance;

/// <summary>
/// What clause 6 asks of every publication and certificate: words from which it is clear that the project takes place under the cooperation
/// of all three parties. It is the agreement's own wording, not a sentence for the reader of a screen, and names each party as it is called now.
/// </summary>
/// <param name="Th">In Thai.</param>
/// <param name="En">In English.</param>
public sealed record ThreePartyNotice(string Th, string En)
{
    /// <summary>The notice of today: after a succession the former name no longer does.</summary>
    public static ThreePartyNotice Of(Agreement agreement) => new(
        $"โครงการนี้เป็นโครงการที่เกิดขึ้นภายใต้ความร่วมมือของ{Listed(agreement, p => p.NameTh, " ", " และ")}",
        $"This project is carried out under the cooperation of {Listed(agreement, p => p.NameEn, ", ", " and ")}.");

    /// <summary>Whether a text shows the notice of today, in Thai or in English; where its lines break does not matter.</summary>
    public static bool In(string text, Agreement agreement)
    {
        var (shown, notice) = (Folded(text), Of(agreement));
        return shown.Contains(Folded(notice.Th), StringComparison.Ordinal) || shown.Contains(Folded(notice.En), StringComparison.Ordinal);
    }

    private static string Listed(Agreement agreement, Func<Party, string> name, string comma, string and) =>
        string.Join(comma, agreement.Parties.SkipLast(1).Select(name)) + and + name(agreement.Parties[^1]);

    // Thai has no spaces between words, so web pages put U+200B or line breaks where a line may end: neither counts.
    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200b'));
}
