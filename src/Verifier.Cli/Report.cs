using System.Globalization;
using System.Text;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Cli;

/// <summary>A verdict for people: one line that answers, what the document says, check by check, and what a later status list tells.</summary>
internal static class Report
{
    public static string Of(Verdict verdict, Check? since, Language language)
    {
        var text = new StringBuilder();
        var overall = "overall." + verdict.Overall.ToString().ToLowerInvariant();
        Line(text, "", language.Pick(Sentences.Thai(overall), Sentences.English(overall)));
        Line(text, "", language.Pick(
            Usage.Thai("as-of", PeopleDates.Thai(verdict.At)), Usage.English("as-of", PeopleDates.English(verdict.At))));
        if (verdict.Content is { } content)
        {
            var heading = verdict.Checks.Any(c => c is { Name: "issuer", Result: CheckResult.Passed }) ? "says" : "says-unconfirmed";
            text.Append('\n');
            Line(text, "", language.Pick(Usage.Thai(heading), Usage.English(heading)));
            Write(text, content, language);
            if (verdict.Signing is { } signing) Line(text, "  ", language.Pick($"{Usage.Thai("signed")}: {When(signing, PeopleDates.Thai, Usage.Thai)}", $"{Usage.English("signed")}: {When(signing, PeopleDates.English, Usage.English)}"));
        }

        foreach (var check in verdict.Checks) Write(text, check, language);
        if (since is not null)
        {
            text.Append('\n');
            foreach (var sentence in language.Pick(Usage.Thai("known-since"), Usage.English("known-since"))) text.Append(sentence).Append('\n');
            Write(text, since, language);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Check check, Language language)
    {
        var result = "result." + check.Result.ToString().ToLowerInvariant();
        text.Append('\n');
        Line(text, "", language.Pick(
            $"{Sentences.Thai("check." + check.Name)}: {Sentences.Thai(result)}",
            $"{Sentences.English("check." + check.Name)}: {Sentences.English(result)}"), $"  [{check.Code}]");
        foreach (var sentence in language.Pick(check.SentenceTh, check.SentenceEn)) text.Append("  ").Append(sentence).Append('\n');
    }

    private static void Write(StringBuilder text, CredentialContent content, Language language)
    {
        if (content.Test) Line(text, "  ", language.Pick(Usage.Thai("test"), Usage.English("test")));
        Row("number", content.Number, content.Number);
        if ((content.Holder.NameTh ?? content.Holder.NameEn) is { } named) Row("holder", named, content.Holder.NameEn ?? named);
        Row("achievement", Title(content.Achievement.TitleTh), Title(content.Achievement.TitleEn));
        Row("named-issuer", content.Issuer.NameTh, content.Issuer.NameEn);
        Row("period", Period(content, PeopleDates.Thai, Usage.Thai), Period(content, PeopleDates.English, Usage.English));
        Line(text, "  ", language.Pick(content.Programme.NoticeTh, content.Programme.NoticeEn));

        void Row(string label, string thai, string english) =>
            Line(text, "  ", language.Pick($"{Usage.Thai(label)}: {thai}", $"{Usage.English(label)}: {english}"));

        string Title(string title) => content.Achievement.Level is { } level
            ? string.Create(CultureInfo.InvariantCulture, $"{title} ({content.Achievement.Unit}, {level})")
            : $"{title} ({content.Achievement.Unit})";
    }

    private static string When(Signing signing, Func<DateTimeOffset, string> show, Func<string, object[], string> word) => signing.ProvenBy is { } proven
        ? word("proven-by", [show(proven), signing.LogOrigin!, string.Join(", ", signing.Witnesses)])
        : word("claimed", [show(signing.ClaimedAt)]);

    private static string Period(CredentialContent content, Func<DateOnly, string> show, Func<string, object[], string> word) =>
        content.ValidUntil is { } until
            ? $"{show(content.ValidFrom)} – {show(until)}"
            : $"{show(content.ValidFrom)} – {word("no-end", [])}";

    private static void Line(StringBuilder text, string indent, IEnumerable<string> parts, string tail = "") =>
        text.Append(indent).AppendJoin(" · ", parts).Append(tail).Append('\n');
}
