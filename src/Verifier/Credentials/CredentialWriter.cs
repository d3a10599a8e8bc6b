using System.Globalization;
using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The unsigned document of a content: elements in the page's order, no white space between them.</summary>
internal static class CredentialWriter
{
    public static XmlDocument Write(CredentialContent content)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = document.CreateElement("Credential", Credential);
        document.AppendChild(root);
        root.With("Id", RootId).With("Version", FormatVersion).With("Test", content.Test ? "true" : "false");
        root.Add(Credential, "CredentialId", content.Id.ToString("D"));
        root.Add(Credential, "Number", content.Number);
        root.Add(Credential, "ValidFrom", Iso(content.ValidFrom));
        if (content.ValidUntil is { } until) root.Add(Credential, "ValidUntil", Iso(until));
        Write(content.Issuer, root.Add(Credential, "Issuer"));
        Write(content.Holder, root.Add(Credential, "Holder"));
        Write(content.Achievement, root.Add(Credential, "Achievement"));
        Write(content.Programme, root.Add(Credential, "Programme"));
        var status = root.Add(Credential, "Status");
        status.Add(Credential, "List", content.Status.List.AbsoluteUri);
        status.Add(Credential, "Index", content.Status.Index.ToString(CultureInfo.InvariantCulture));
        root.Add(Credential, "Log").Add(Credential, "Origin", content.LogOrigin);
        return document;
    }

    private static void Write(IssuerReference issuer, XmlElement to)
    {
        to.Add(Credential, "Code", issuer.Code);
        to.Add(Credential, "NameTh", issuer.NameTh);
        to.Add(Credential, "NameEn", issuer.NameEn);
        to.Add(Credential, "KeyId", issuer.KeyId);
    }

    private static void Write(HolderReference holder, XmlElement to)
    {
        to.Add(Credential, "NameTh", holder.NameTh!);
        if (holder.NameEn is { } english) to.Add(Credential, "NameEn", english);
        var identity = to.Add(Credential, "IdentityHash");
        identity.Add(Credential, "Salt", Convert.ToBase64String(holder.Identity!.Salt));
        identity.Add(Credential, "Value", Convert.ToBase64String(holder.Identity.Value));
    }

    private static void Write(Achievement achievement, XmlElement to)
    {
        to.Add(Credential, "Framework", achievement.Framework);
        to.Add(Credential, "Scheme", achievement.Scheme);
        to.Add(Credential, "Unit", achievement.Unit);
        if (achievement.Level is { } level) to.Add(Credential, "Level", level.ToString(CultureInfo.InvariantCulture));
        to.Add(Credential, "TitleTh", achievement.TitleTh);
        to.Add(Credential, "TitleEn", achievement.TitleEn);
        to.Add(Credential, "DecidedOn", Iso(achievement.DecidedOn));
    }

    private static void Write(ProgrammeNotice programme, XmlElement to)
    {
        to.Add(Credential, "NoticeTh", programme.NoticeTh);
        to.Add(Credential, "NoticeEn", programme.NoticeEn);
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
