using System.Security.Cryptography;
using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Reads the content from the root whose shape has been checked; the node given is the node whose signature is verified.</summary>
internal static class CredentialReader
{
    public const int MaxLevel = 99;
    public const long MaxIndex = 1L << 40;

    public static CredentialContent? Read(XmlElement root)
    {
        var values = new StrictValues();
        var holder = Child(root, "Holder");
        var content = new CredentialContent(
            values.Id(Child(root, "CredentialId")),
            values.Text(Child(root, "Number"), StrictValues.MaxCode),
            values.Date(Child(root, "ValidFrom")),
            root.Find(Credential, "ValidUntil") is { } until ? values.Date(until) : null,
            values.Boolean(root.GetAttribute("Test")),
            Issuer(values, Child(root, "Issuer")),
            new HolderReference(
                values.Text(Child(holder, "NameTh"), StrictValues.MaxText),
                holder.Find(Credential, "NameEn") is { } english ? values.Text(english, StrictValues.MaxText) : null,
                Identity(values, Child(holder, "IdentityHash"))),
            Achievement(values, Child(root, "Achievement")),
            Programme(values, Child(root, "Programme")),
            new StatusReference(
                values.Address(Child(Child(root, "Status"), "List")),
                values.Number(Child(Child(root, "Status"), "Index"), 0, MaxIndex)),
            values.Text(Child(Child(root, "Log"), "Origin"), StrictValues.MaxText));
        return values.Faulty || !IsConsistent(content) ? null : content;
    }

    /// <summary>What the parts say of one another: the number belongs to the id, and the period has a first day not after its last.</summary>
    public static bool IsConsistent(CredentialContent content) =>
        content.Number == CredentialNumber.For(content.Id)
        && (content.ValidUntil is not { } until || until >= content.ValidFrom);

    private static IssuerReference Issuer(StrictValues values, XmlElement issuer) => new(
        values.Text(Child(issuer, "Code"), StrictValues.MaxCode),
        values.Text(Child(issuer, "NameTh"), StrictValues.MaxText),
        values.Text(Child(issuer, "NameEn"), StrictValues.MaxText),
        values.KeyId(Child(issuer, "KeyId")));

    private static IdentityHash Identity(StrictValues values, XmlElement identity) => new(
        values.Base64(Child(identity, "Salt"), IdentityHash.MinimumSaltLength, IdentityHash.MaximumSaltLength),
        values.Base64(Child(identity, "Value"), SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));

    private static Achievement Achievement(StrictValues values, XmlElement achievement) => new(
        values.Text(Child(achievement, "Framework"), StrictValues.MaxCode),
        values.Text(Child(achievement, "Scheme"), StrictValues.MaxCode),
        values.Text(Child(achievement, "Unit"), StrictValues.MaxCode),
        achievement.Find(Credential, "Level") is { } level ? (int)values.Number(level, 1, MaxLevel) : null,
        values.Text(Child(achievement, "TitleTh"), StrictValues.MaxText),
        values.Text(Child(achievement, "TitleEn"), StrictValues.MaxText),
        values.Date(Child(achievement, "DecidedOn")));

    private static ProgrammeNotice Programme(StrictValues values, XmlElement programme) => new(
        values.Text(Child(programme, "NoticeTh"), StrictValues.MaxNotice),
        values.Text(Child(programme, "NoticeEn"), StrictValues.MaxNotice));

    private static XmlElement Child(XmlElement parent, string name) => parent.Child(Credential, name);
}
