using System.Security.Cryptography;
using System.Text;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Reads the content: the root's start tag and its children up to the signature, in the page's order. What is read are the bytes that are hashed.</summary>
internal static class CredentialReader
{
    public const int MaxLevel = 99;
    public const long MaxIndex = 1L << 40;

    private static readonly byte[] Root = Encoding.UTF8.GetBytes($"<Credential xmlns=\"{Credential}\" Id=\"{RootId}\" Test=\"");

    /// <summary>The content of an unsigned document in canonical form, or null.</summary>
    public static CredentialContent? Read(ReadOnlySpan<byte> unsigned)
    {
        var reader = new StrictReader(unsigned);
        var values = new StrictValues();
        var content = Read(ref reader, values);
        reader.End("Credential"u8);
        return reader.IsWhole && !values.Faulty ? content : null;
    }

    public static CredentialContent Read(ref StrictReader reader, StrictValues values)
    {
        reader.Skip(Root);
        var isTest = values.Boolean(reader.Attribute());
        reader.Skip("\" Version=\""u8);
        values.Exactly(FormatVersion, reader.Attribute());
        reader.Skip("\">"u8);
        var id = values.Id(reader.Raw("CredentialId"u8));
        var number = values.Text(reader.Element("Number"u8), StrictValues.MaxCode);
        var from = values.Date(reader.Raw("ValidFrom"u8));
        DateOnly? until = reader.IsAt("<ValidUntil>"u8) ? values.Date(reader.Raw("ValidUntil"u8)) : null;
        var content = new CredentialContent(id, number, from, until, isTest, Issuer(ref reader, values), Holder(ref reader, values), Achievement(ref reader, values),
            Programme(ref reader, values), Status(ref reader, values), Log(ref reader, values));
        values.Require(IsConsistent(content));
        return content;
    }

    /// <summary>What the parts say of one another: the number belongs to the id, and the period has a first day not after its last.</summary>
    public static bool IsConsistent(CredentialContent content) =>
        content.Number == CredentialNumber.For(content.Id)
        && (content.ValidUntil is not { } until || until >= content.ValidFrom);

    private static IssuerReference Issuer(ref StrictReader reader, StrictValues values)
    {
        reader.Begin("Issuer"u8);
        var issuer = new IssuerReference(
            values.Text(reader.Element("Code"u8), StrictValues.MaxCode),
            values.Text(reader.Element("NameTh"u8), StrictValues.MaxText),
            values.Text(reader.Element("NameEn"u8), StrictValues.MaxText),
            values.KeyId(reader.Element("KeyId"u8)));
        reader.End("Issuer"u8);
        return issuer;
    }

    private static HolderReference Holder(ref StrictReader reader, StrictValues values)
    {
        reader.Begin("Holder"u8);
        var thai = values.Text(reader.Element("NameTh"u8), StrictValues.MaxText);
        var english = reader.IsAt("<NameEn>"u8) ? values.Text(reader.Element("NameEn"u8), StrictValues.MaxText) : null;
        reader.Begin("IdentityHash"u8);
        var identity = new IdentityHash(
            values.Base64(reader.Raw("Salt"u8), IdentityHash.MinimumSaltLength, IdentityHash.MaximumSaltLength),
            values.Base64(reader.Raw("Value"u8), SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
        reader.End("IdentityHash"u8);
        reader.End("Holder"u8);
        return new(thai, english, identity);
    }

    private static Achievement Achievement(ref StrictReader reader, StrictValues values)
    {
        reader.Begin("Achievement"u8);
        var achievement = new Achievement(
            values.Text(reader.Element("Framework"u8), StrictValues.MaxCode),
            values.Text(reader.Element("Scheme"u8), StrictValues.MaxCode),
            values.Text(reader.Element("Unit"u8), StrictValues.MaxCode),
            reader.IsAt("<Level>"u8) ? (int)values.Number(reader.Raw("Level"u8), 1, MaxLevel) : null,
            values.Text(reader.Element("TitleTh"u8), StrictValues.MaxText),
            values.Text(reader.Element("TitleEn"u8), StrictValues.MaxText),
            values.Date(reader.Raw("DecidedOn"u8)));
        reader.End("Achievement"u8);
        return achievement;
    }

    private static ProgrammeNotice Programme(ref StrictReader reader, StrictValues values)
    {
        reader.Begin("Programme"u8);
        var notice = new ProgrammeNotice(
            values.Text(reader.Element("NoticeTh"u8), StrictValues.MaxNotice),
            values.Text(reader.Element("NoticeEn"u8), StrictValues.MaxNotice));
        reader.End("Programme"u8);
        return notice;
    }

    private static StatusReference Status(ref StrictReader reader, StrictValues values)
    {
        reader.Begin("Status"u8);
        var status = new StatusReference(values.Address(reader.Element("List"u8)), values.Number(reader.Raw("Index"u8), 0, MaxIndex));
        reader.End("Status"u8);
        return status;
    }

    private static string Log(ref StrictReader reader, StrictValues values)
    {
        reader.Begin("Log"u8);
        var origin = values.Text(reader.Element("Origin"u8), StrictValues.MaxText);
        reader.End("Log"u8);
        return origin;
    }
}
