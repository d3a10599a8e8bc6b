using System.Security.Cryptography.Xml;
using System.Xml;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Exclusive XML Canonicalization 1.0 without comments: the one byte form in which documents are issued.</summary>
internal static class CanonicalForm
{
    public static byte[] Of(XmlDocument document)
    {
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(document);
        using var output = (MemoryStream)transform.GetOutput(typeof(Stream));
        return output.ToArray();
    }
}
