namespace CredentialLedger.Verifier.Credentials;

/// <summary>
/// The one way to a valid document: one pass over its bytes, which must be those that CredentialDocument.Sign and CredentialProofs.Attach write
/// (docs/design/0023-one-strict-path.md).
/// </summary>
internal static class DocumentReader
{
    /// <summary>The parts; or null and why: <see cref="Codes.StructureValue"/>, <see cref="Codes.StructureUnsignedProperties"/>, or for any other difference <see cref="Codes.StructureNotCanonical"/>.</summary>
    public static DocumentParts? Read(ReadOnlyMemory<byte> bytes, out string? fault)
    {
        var reader = new StrictReader(bytes.Span);
        var values = new StrictValues();
        var content = CredentialReader.Read(ref reader, values);
        var signature = reader.At;
        var signed = SignatureReader.Signature(ref reader, values, bytes);
        var properties = SignatureReader.SignedProperties(ref reader, values, bytes);
        var unsigned = reader.At;
        var differs = reader.Differs;
        var proof = LogProofElement.Read(ref reader, out var isForm);
        var after = reader.At;
        reader.Skip("</xades:QualifyingProperties></Object></Signature>"u8);
        var end = reader.At;
        reader.End("Credential"u8);

        fault = differs ? Codes.StructureNotCanonical
            : !isForm ? Codes.StructureUnsignedProperties
            : !reader.IsWhole ? Codes.StructureNotCanonical
            : values.Faulty ? Codes.StructureValue
            : null;
        return fault is not null ? null : new(content, signed, properties, proof)
        {
            Unsigned = new(bytes[..signature], bytes[end..]),
            Issued = new(bytes[..unsigned], bytes[after..]),
        };
    }
}
