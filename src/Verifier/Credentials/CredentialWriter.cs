using System.Globalization;
using System.Text;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The unsigned document of a content, in canonical form: elements in the page's order, no white space between them, attributes by name.</summary>
internal static class CredentialWriter
{
    public static byte[] Write(CredentialContent content) => Encoding.UTF8.GetBytes(
        $"<Credential xmlns=\"{Credential}\" Id=\"{RootId}\" Test=\"{(content.Test ? "true" : "false")}\" Version=\"{FormatVersion}\">"
        + Element("CredentialId", content.Id.ToString("D")) + Element("Number", content.Number) + Element("ValidFrom", Iso(content.ValidFrom))
        + (content.ValidUntil is { } until ? Element("ValidUntil", Iso(until)) : "")
        + Issuer(content.Issuer) + Holder(content.Holder) + Achievement(content.Achievement)
        + $"<Programme>{Element("NoticeTh", content.Programme.NoticeTh)}{Element("NoticeEn", content.Programme.NoticeEn)}</Programme>"
        + $"<Status>{Element("List", content.Status.List.AbsoluteUri)}{Element("Index", Digits(content.Status.Index))}</Status>"
        + $"<Log>{Element("Origin", content.LogOrigin)}</Log></Credential>");

    private static string Issuer(IssuerReference issuer) =>
        $"<Issuer>{Element("Code", issuer.Code)}{Element("NameTh", issuer.NameTh)}{Element("NameEn", issuer.NameEn)}{Element("KeyId", issuer.KeyId)}</Issuer>";

    private static string Holder(HolderReference holder) =>
        $"<Holder>{Element("NameTh", holder.NameTh!)}{(holder.NameEn is { } english ? Element("NameEn", english) : "")}"
        + $"<IdentityHash>{Element("Salt", Convert.ToBase64String(holder.Identity!.Salt))}{Element("Value", Convert.ToBase64String(holder.Identity.Value))}</IdentityHash></Holder>";

    private static string Achievement(Achievement achievement) =>
        $"<Achievement>{Element("Framework", achievement.Framework)}{Element("Scheme", achievement.Scheme)}{Element("Unit", achievement.Unit)}"
        + (achievement.Level is { } level ? Element("Level", Digits(level)) : "")
        + $"{Element("TitleTh", achievement.TitleTh)}{Element("TitleEn", achievement.TitleEn)}{Element("DecidedOn", Iso(achievement.DecidedOn))}</Achievement>";

    private static string Element(string name, string text) => $"<{name}>{StrictReader.Escaped(text)}</{name}>";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
