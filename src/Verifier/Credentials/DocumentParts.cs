namespace CredentialLedger.Verifier.Credentials;

/// <summary>A document that was read in its one form: its values, and the bytes that its digests are over. None of it is to be believed before integrity.</summary>
internal sealed record DocumentParts(CredentialContent Content, SignatureParts Signature, SignedPropertiesParts SignedProperties, LogProofParts? LogProof)
{
    private byte[]? issuedHash;

    /// <summary>What the first reference is over: the root without its signature.</summary>
    public required Pieces Unsigned { get; init; }

    /// <summary>The document as it was issued: two pieces, with the unsigned properties, if any, between them. Begins with the first of <see cref="Unsigned"/>.</summary>
    public required Pieces Issued { get; init; }

    /// <summary>SHA-256 of <see cref="Unsigned"/>; where a log proof will ask for that of <see cref="Issued"/>, both are computed.</summary>
    public byte[] UnsignedHash()
    {
        if (LogProof is null) return Unsigned.Sha256();
        (var hash, issuedHash) = Unsigned.Sha256(Issued);
        return hash;
    }

    /// <summary>SHA-256 of <see cref="Issued"/>.</summary>
    public byte[] IssuedHash() => issuedHash ??= Issued.Sha256();

    public DateTimeOffset SigningTime => SignedProperties.SigningTime;
}

/// <summary>What stands in the signature.</summary>
/// <param name="Method">The SignatureMethod.</param>
/// <param name="Info">What the signature is over: the canonical form of the SignedInfo element.</param>
/// <param name="Content">The first reference's digest.</param>
/// <param name="Properties">The second reference's digest.</param>
/// <param name="Value">The signature value.</param>
/// <param name="Certificates">DER of each, or what stands there; the signer's first.</param>
internal sealed record SignatureParts(string Method, Pieces Info, Digest Content, Digest Properties, byte[] Value, IReadOnlyList<byte[]> Certificates);

/// <summary>What stands in the signed properties.</summary>
/// <param name="Canonical">What the second reference is over: the canonical form of the element.</param>
/// <param name="SigningTime">When the signer says that it signed.</param>
/// <param name="Certificate">The digest of its certificate.</param>
/// <param name="IssuerSerial">Who issued that, under which number.</param>
internal sealed record SignedPropertiesParts(Pieces Canonical, DateTimeOffset SigningTime, Digest Certificate, byte[] IssuerSerial);

/// <summary>An algorithm's identifier and what it gave, as a document says.</summary>
internal sealed record Digest(string Algorithm, byte[] Value);
