using System.Text;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Verification;

/// <summary>Compares a name that somebody typed with a holder's, as people write names: titles, spaces, and the case of letters do not count.</summary>
public static class HolderName
{
    // No name has it (PlainText), and the framework normalizes no text that does.
    private const char NoCharacter = '\uFFFE';

    private static readonly string[] Titles = ["นางสาว", "น.ส.", "นาย", "นาง", "mrs.", "mr.", "ms.", "miss ", "mrs ", "mr ", "ms "];

    /// <summary>Whether it is the holder's name in either language.</summary>
    public static bool Is(HolderReference holder, string typed) => !typed.Contains(NoCharacter) && Plain(typed) is { Length: > 0 } name && (Plain(holder.NameTh) == name || Plain(holder.NameEn) == name);

    private static string Plain(string? name)
    {
        var text = (name ?? "").Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        var title = Titles.FirstOrDefault(t => text.StartsWith(t, StringComparison.Ordinal)) ?? "";
        return string.Concat(text[title.Length..].Where(c => !char.IsWhiteSpace(c)));
    }
}
