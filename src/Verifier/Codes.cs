namespace CredentialLedger.Verifier;

/// <summary>Every code a check or a trust list can answer with; stable, and described in docs/formats. Each has a sentence in both resource files.</summary>
public static class Codes
{
    public const string NotChecked = "not-checked";

    public const string StructureGood = "structure.good";
    public const string StructureTooLarge = "structure.too-large";
    public const string StructureNotUtf8 = "structure.not-utf8";
    public const string StructureNotXml = "structure.not-xml";
    public const string StructureDtd = "structure.dtd";
    public const string StructureComment = "structure.comment";
    public const string StructureProcessingInstruction = "structure.processing-instruction";
    public const string StructureCData = "structure.cdata";
    public const string StructureTooDeep = "structure.too-deep";
    public const string StructureTooManyAttributes = "structure.too-many-attributes";
    public const string StructureTooManyNodes = "structure.too-many-nodes";
    public const string StructureNotACredential = "structure.not-a-credential";
    public const string StructureUnknownVersion = "structure.unknown-version";
    public const string StructureNoSignature = "structure.no-signature";
    public const string StructureSecondSignature = "structure.second-signature";
    public const string StructureSignatureMisplaced = "structure.signature-misplaced";
    public const string StructureIdSpelling = "structure.id-spelling";
    public const string StructureDuplicateId = "structure.duplicate-id";
    public const string StructureUnexpectedElement = "structure.unexpected-element";
    public const string StructureUnexpectedAttribute = "structure.unexpected-attribute";
    public const string StructureUnexpectedText = "structure.unexpected-text";
    public const string StructureReferences = "structure.references";
    public const string StructureTransforms = "structure.transforms";
    public const string StructureUnsignedProperties = "structure.unsigned-properties";
    public const string StructureValue = "structure.value";
    public const string StructureNotCanonical = "structure.not-canonical";
    public const string StructureJwtParts = "structure.jwt-parts";
    public const string StructureJwtEncoding = "structure.jwt-encoding";
    public const string StructureJwtJson = "structure.jwt-json";
    public const string StructureJwtDuplicateName = "structure.jwt-duplicate-name";
    public const string StructureJwtHeader = "structure.jwt-header";
    public const string StructureJwtCritical = "structure.jwt-critical";
    public const string StructureJwtKey = "structure.jwt-key";
    public const string StructureJwtType = "structure.jwt-type";
    public const string StructureJwtClaims = "structure.jwt-claims";
    public const string StructureDisclosure = "structure.disclosure";
    public const string StructureDisclosureTwice = "structure.disclosure-twice";
    public const string StructureDisclosureUnknown = "structure.disclosure-unknown";
    public const string StructureDigests = "structure.disclosure-digests";
    public const string StructureKeyBinding = "structure.key-binding";

    public const string StructurePngCutShort = "structure.png-cut-short";
    public const string StructurePngDamaged = "structure.png-damaged";
    public const string StructurePngChunks = "structure.png-chunks";
    public const string StructurePngAppended = "structure.png-appended";
    public const string StructureBadgeNone = "structure.badge-none";
    public const string StructureBadgeTwice = "structure.badge-twice";
    public const string StructureBadgeChunk = "structure.badge-chunk";
    public const string StructureBadgeUnbound = "structure.badge-unbound";

    public const string StructurePdfNotOriginal = "structure.pdf-not-original";
    public const string StructurePdfNothingAttached = "structure.pdf-nothing-attached";
    public const string StructurePdfEncrypted = "structure.pdf-encrypted";
    public const string StructurePdfCutShort = "structure.pdf-cut-short";
    public const string StructurePdfAppended = "structure.pdf-appended";
    public const string StructurePdfRanges = "structure.pdf-ranges";

    public const string IntegrityGood = "integrity.good";
    public const string IntegrityAlgorithm = "integrity.algorithm";
    public const string IntegrityCertificate = "integrity.certificate";
    public const string IntegrityKey = "integrity.key";
    public const string IntegritySigningCertificate = "integrity.signing-certificate";
    public const string IntegrityDigest = "integrity.digest";
    public const string IntegritySignedProperties = "integrity.signed-properties";
    public const string IntegritySignature = "integrity.signature";
    public const string IntegrityDisclosure = "integrity.disclosure";
    public const string IntegrityPicture = "integrity.picture";
    public const string IntegrityPdfAttachment = "integrity.pdf-attachment";
    public const string IntegrityPdfChanged = "integrity.pdf-changed";
    public const string IntegrityPdfSignature = "integrity.pdf-signature";
    public const string IntegrityPdfSigner = "integrity.pdf-signer";
    public const string IntegrityPdfSignerNotListed = "integrity.pdf-signer-not-listed";

    public const string IssuerTrusted = "issuer.trusted";
    public const string IssuerUnknown = "issuer.unknown";
    public const string IssuerKeyId = "issuer.key-id";
    public const string IssuerKeyNotListed = "issuer.key-not-listed";
    public const string IssuerMismatch = "issuer.mismatch";
    public const string IssuerUntrustedRoot = "issuer.untrusted-root";
    public const string IssuerChain = "issuer.chain";
    public const string IssuerCertificateUsage = "issuer.certificate-usage";
    public const string IssuerTestNotAllowed = "issuer.test-not-allowed";

    public const string LogProven = "log.proven";
    public const string LogIncluded = "log.included";
    public const string LogClaimed = "log.claimed";
    public const string LogMissing = "log.missing";
    public const string LogNoPolicy = "log.no-policy";
    public const string LogOtherOrigin = "log.other-origin";
    public const string LogOtherEvent = "log.other-event";
    public const string LogOtherCredential = "log.other-credential";
    public const string LogDocumentHash = "log.document-hash";
    public const string LogSignedAfterProof = "log.signed-after-proof";

    public const string KeyValid = "key.valid";
    public const string KeyProven = "key.proven";
    public const string KeyNotYetValid = "key.not-yet-valid";
    public const string KeyExpired = "key.expired";
    public const string KeyNotYetTrusted = "key.not-yet-trusted";
    public const string KeyFraudulent = "key.fraudulent";
    public const string KeyNoLongerTrusted = "key.no-longer-trusted";
    public const string KeyEndedUnproven = "key.ended-unproven";
    public const string KeyCompromised = "key.compromised";
    public const string KeyCompromisedUnproven = "key.compromised-unproven";

    public const string DatesGood = "dates.good";
    public const string DatesNotYetIssued = "dates.not-yet-issued";
    public const string DatesNotYetProven = "dates.not-yet-proven";
    public const string DatesNotYetValid = "dates.not-yet-valid";
    public const string DatesExpired = "dates.expired";

    public const string StatusGood = "status.good";
    public const string StatusMissing = "status.missing";
    public const string StatusMalformed = "status.malformed";
    public const string StatusAlgorithm = "status.algorithm";
    public const string StatusSignature = "status.signature";
    public const string StatusUntrusted = "status.untrusted";
    public const string StatusWrongIssuer = "status.wrong-issuer";
    public const string StatusWrongList = "status.wrong-list";
    public const string StatusListCounts = "status.list-counts";
    public const string StatusListNotTrusted = "status.list-not-trusted";
    public const string StatusKeyNotValid = "status.key-not-valid";
    public const string StatusLaterThanAsked = "status.later-than-asked";
    public const string StatusStale = "status.stale";
    public const string StatusTooOld = "status.too-old";
    public const string StatusIndexOutOfRange = "status.index-out-of-range";
    public const string StatusRevoked = "status.revoked";
    public const string StatusSuspended = "status.suspended";
    public const string StatusUnrecognised = "status.unrecognised";
    public const string StatusTooShort = "status.too-short";
    public const string StatusIncomplete = "status.incomplete";

    public const string TrustJson = "trust.json";
    public const string TrustFormat = "trust.format";
    public const string TrustRoot = "trust.root";
    public const string TrustValue = "trust.value";
    public const string TrustLog = "trust.log";
    public const string TrustTwice = "trust.twice";
    public const string TrustSignature = "trust.signature";
    public const string TrustStale = "trust.stale";
    public const string TrustKeyReplaced = "trust.key-replaced";
}
