using System.Text;
using CredentialLedger.Verifier.Receipts;

namespace CredentialLedger.Verifier.Cli;

/// <summary>The verdict on a receipt for people: whether it is genuine, what the ledger answered, and check by check why it is believed.</summary>
internal static class ReceiptReport
{
    public static string Of(ReceiptVerdict verdict, Language language)
    {
        var text = new StringBuilder();
        Both($"receipt.overall-{Name(verdict.Overall)}");
        if (verdict.Content is { } content)
        {
            Both($"receipt.answer-{Name(content.Answered)}");
            foreach (var told in content.Checks)
                Line(text, "  ", language.Pick($"{Named(told.Name, Sentences.Thai)}: {Sentences.Thai($"result.{Name(told.Result)}")}", $"{Named(told.Name, Sentences.English)}: {Sentences.English($"result.{Name(told.Result)}")}"), $"  [{told.Code}]");
            if (content.StatusList is { } list) Line(text, "  ", language.Pick(Usage.Thai("status-list-read", list), Usage.English("status-list-read", list)));
        }
        foreach (var check in verdict.Checks)
        {
            text.Append('\n');
            Line(text, "", language.Pick($"{Sentences.Thai($"check.{check.Name}")}: {Sentences.Thai($"result.{Name(check.Result)}")}", $"{Sentences.English($"check.{check.Name}")}: {Sentences.English($"result.{Name(check.Result)}")}"), $"  [{check.Code}]");
            foreach (var sentence in language.Pick(check.SentenceTh, check.SentenceEn)) text.Append("  ").Append(sentence).Append('\n');
        }
        return text.ToString();

        void Both(string code) => Line(text, "", language.Pick(Sentences.Thai(code), Sentences.English(code)));
    }

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();

    // The checks that the ledger makes of a day that has gone are its own, and this program has no words for them.
    private static string Named(string check, Func<string, object[], string> word) => Sentences.Has($"check.{check}") ? word($"check.{check}", []) : check;

    private static void Line(StringBuilder text, string indent, IEnumerable<string> parts, string tail = "") => text.Append(indent).AppendJoin(" · ", parts).Append(tail).Append('\n');
}
