using System.Security.Cryptography;
using System.Xml;
using CredentialLedger.Verifier.Credentials;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>Reads the content from the DOM, from the node whose signature is verified.</summary>
internal static class DomContent
{
    private const long MaxIndex = 1L << 40;

    public static CredentialContent? Read(XmlElement root)
    {
        var values = new StrictValues();
        var holder = Child(root, "Holder");
        var content = new CredentialContent(
            values.Id(Child(root, "CredentialId").InnerText),
            values.Text(Child(root, "Number").InnerText, StrictValues.MaxCode),
            values.Date(Child(root, "ValidFrom").InnerText),
            root.Find(Credential, "ValidUntil") is { } until ? values.Date(until.InnerText) : null,
            values.Boolean(root.GetAttribute("Test")),
            Issuer(values, Child(root, "Issuer")),
            new HolderReference(
                values.Text(Child(holder, "NameTh").InnerText, StrictValues.MaxText),
                holder.Find(Credential, "NameEn") is { } english ? values.Text(english.InnerText, StrictValues.MaxText) : null,
                Identity(values, Child(holder, "IdentityHash"))),
            Achievement(values, Child(root, "Achievement")),
            Programme(values, Child(root, "Programme")),
            new StatusReference(
                values.Address(Child(Child(root, "Status"), "List").InnerText),
                values.Number(Child(Child(root, "Status"), "Index").InnerText, 0, MaxIndex)),
            values.Text(Child(Child(root, "Log"), "Origin").InnerText, StrictValues.MaxText));
        return values.Faulty || !IsConsistent(content) ? null : content;
    }

    /// <summary>What the parts say of one another: the number belongs to the id, and the period has a first day not after its last.</summary>
    private static bool IsConsistent(CredentialContent content) =>
        content.Number == CredentialNumber.For(content.Id)
        && (content.ValidUntil is not { } until || until >= content.ValidFrom);

    private static IssuerReference Issuer(StrictValues values, XmlElement issuer) => new(
        values.Text(Child(issuer, "Code").InnerText, StrictValues.MaxCode),
        values.Text(Child(issuer, "NameTh").InnerText, StrictValues.MaxText),
        values.Text(Child(issuer, "NameEn").InnerText, StrictValues.MaxText),
        values.KeyId(Child(issuer, "KeyId").InnerText));

    private static IdentityHash Identity(StrictValues values, XmlElement identity) => new(
        values.Base64(Child(identity, "Salt").InnerText, IdentityHash.MinimumSaltLength, IdentityHash.MaximumSaltLength),
        values.Base64(Child(identity, "Value").InnerText, SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));

    private static Achievement Achievement(StrictValues values, XmlElement achievement) => new(
        values.Text(Child(achievement, "Framework").InnerText, StrictValues.MaxCode),
        values.Text(Child(achievement, "Scheme").InnerText, StrictValues.MaxCode),
        values.Text(Child(achievement, "Unit").InnerText, StrictValues.MaxCode),
        achievement.Find(Credential, "Level") is { } level ? (int)values.Number(level.InnerText, 1, 99) : null,
        values.Text(Child(achievement, "TitleTh").InnerText, StrictValues.MaxText),
        values.Text(Child(achievement, "TitleEn").InnerText, StrictValues.MaxText),
        values.Date(Child(achievement, "DecidedOn").InnerText));

    private static ProgrammeNotice Programme(StrictValues values, XmlElement programme) => new(
        values.Text(Child(programme, "NoticeTh").InnerText, StrictValues.MaxNotice),
        values.Text(Child(programme, "NoticeEn").InnerText, StrictValues.MaxNotice));

    private static XmlElement Child(XmlElement parent, string name) => parent.Child(Credential, name);
}
