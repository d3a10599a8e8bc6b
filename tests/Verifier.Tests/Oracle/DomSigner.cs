using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>
/// The signer that this verifier had until issue 5's speed: a DOM, in which SignedXml looks for what is signed, and canonicalizes all of it by itself. It shares only names with
/// what signs now; RSA signs the same bytes to the same signature, so the documents of both can be compared whole.
/// </summary>
internal static class DomSigner
{
    public static byte[] Sign(CredentialContent content, IssuerKey key, DateTimeOffset signingTime)
    {
        var document = Write(content);
        document.DocumentElement!.AppendChild(Signature(document, key, signingTime));
        return CanonicalForm.Of(document);
    }

    private static XmlNode Signature(XmlDocument document, IssuerKey key, DateTimeOffset signingTime)
    {
        var qualifying = Qualifying(document, key.Certificate, signingTime);
        var signed = new PinnedSignedXml(document.DocumentElement!, qualifying.Child(Xades, "SignedProperties"));
        signed.Signature.Id = SignatureId;
        signed.SigningKey = key.PrivateKey;
        signed.SignedInfo!.SignatureMethod = key.Kind.SignatureMethod();
        signed.SignedInfo.CanonicalizationMethod = ExclusiveC14N;
        signed.AddReference(Refer(RootId, ReferenceId, null, new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform()));
        signed.AddReference(Refer(SignedPropertiesId, null, SignedPropertiesType, new XmlDsigExcC14NTransform()));
        signed.KeyInfo.AddClause(Certificates(key));
        var holder = document.CreateElement("Object", Ds);
        holder.AppendChild(qualifying);
        signed.AddObject(new DataObject { Data = holder.ChildNodes });
        signed.ComputeSignature();
        return document.ImportNode(signed.GetXml(), deep: true);
    }

    private static Reference Refer(string target, string? id, string? type, params Transform[] transforms)
    {
        var reference = new Reference("#" + target) { Id = id, Type = type, DigestMethod = Sha256 };
        foreach (var transform in transforms) reference.AddTransform(transform);
        return reference;
    }

    private static KeyInfoX509Data Certificates(IssuerKey key)
    {
        var data = new KeyInfoX509Data();
        foreach (X509Certificate2 certificate in key.Path) data.AddCertificate(certificate);
        return data;
    }

    private static XmlElement Qualifying(XmlDocument owner, X509Certificate2 certificate, DateTimeOffset signingTime)
    {
        var qualifying = owner.CreateElement("xades:QualifyingProperties", Xades).With("Target", "#" + SignatureId);
        var signed = qualifying.Add(Xades, "xades:SignedProperties").With("Id", SignedPropertiesId);

        var signature = signed.Add(Xades, "xades:SignedSignatureProperties");
        signature.Add(Xades, "xades:SigningTime",
            signingTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var cert = signature.Add(Xades, "xades:SigningCertificateV2").Add(Xades, "xades:Cert");
        var digest = cert.Add(Xades, "xades:CertDigest");
        digest.Add(Ds, "DigestMethod").With("Algorithm", Sha256);
        digest.Add(Ds, "DigestValue", Convert.ToBase64String(SHA256.HashData(certificate.RawData)));
        cert.Add(Xades, "xades:IssuerSerialV2", Convert.ToBase64String(IssuerSerial.Of(certificate)));

        signed.Add(Xades, "xades:SignedDataObjectProperties")
            .Add(Xades, "xades:DataObjectFormat").With("ObjectReference", "#" + ReferenceId)
            .Add(Xades, "xades:MimeType", XmlNames.MimeType);
        return qualifying;
    }

    private static XmlDocument Write(CredentialContent content)
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
