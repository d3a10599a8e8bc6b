using System.Globalization;
using System.Text;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Writes the content in canonical form: elements in the page's order, no white space between them; what <see cref="CredentialReader"/> reads.</summary>
internal static class CredentialWriter
{
    /// <summary>The end of every document.</summary>
    public const string End = "</Credential>";

    /// <summary>The document up to its signature.</summary>
    public static string Write(CredentialContent content)
    {
        var xml = new StringBuilder(2048).Append(CultureInfo.InvariantCulture, $"<Credential xmlns=\"{Credential}\" Id=\"{RootId}\" Test=\"{(content.Test ? "true" : "false")}\" Version=\"{FormatVersion}\">");
        xml.Element("CredentialId", content.Id.ToString("D")).Element("Number", content.Number).Element("ValidFrom", Iso(content.ValidFrom));
        if (content.ValidUntil is { } until) xml.Element("ValidUntil", Iso(until));
        Write(content.Issuer, xml);
        Write(content.Holder, xml);
        Write(content.Achievement, xml);
        xml.Append("<Programme>").Element("NoticeTh", content.Programme.NoticeTh).Element("NoticeEn", content.Programme.NoticeEn).Append("</Programme>");
        xml.Append("<Status>").Element("List", content.Status.List.AbsoluteUri).Element("Index", content.Status.Index.ToString(CultureInfo.InvariantCulture)).Append("</Status>");
        return xml.Append("<Log>").Element("Origin", content.LogOrigin).Append("</Log>").ToString();
    }

    private static void Write(IssuerReference issuer, StringBuilder xml) =>
        xml.Append("<Issuer>").Element("Code", issuer.Code).Element("NameTh", issuer.NameTh).Element("NameEn", issuer.NameEn).Element("KeyId", issuer.KeyId).Append("</Issuer>");

    private static void Write(HolderReference holder, StringBuilder xml)
    {
        xml.Append("<Holder>").Element("NameTh", holder.NameTh!);
        if (holder.NameEn is { } english) xml.Element("NameEn", english);
        xml.Append("<IdentityHash>").Element("Salt", Convert.ToBase64String(holder.Identity!.Salt)).Element("Value", Convert.ToBase64String(holder.Identity.Value)).Append("</IdentityHash></Holder>");
    }

    private static void Write(Achievement achievement, StringBuilder xml)
    {
        xml.Append("<Achievement>").Element("Framework", achievement.Framework).Element("Scheme", achievement.Scheme).Element("Unit", achievement.Unit);
        if (achievement.Level is { } level) xml.Element("Level", level.ToString(CultureInfo.InvariantCulture));
        xml.Element("TitleTh", achievement.TitleTh).Element("TitleEn", achievement.TitleEn).Element("DecidedOn", Iso(achievement.DecidedOn)).Append("</Achievement>");
    }

    private static StringBuilder Element(this StringBuilder xml, string name, string text) =>
        xml.Append('<').Append(name).Append('>').Append(StrictReader.Escaped(text)).Append("</").Append(name).Append('>');

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
