using CredentialLedger.Api.Issuing.Keys;

namespace CredentialLedger.Api.Issuing;

/// <summary>A certification body that this ledger signs for, from the configuration section <c>Issuers</c>.</summary>
public sealed class IssuerSettings
{
    /// <summary>The configuration section that lists them.</summary>
    public const string Section = "Issuers";

    /// <summary>Code of the organisation.</summary>
    public required string Code { get; init; }

    /// <summary>Official name in Thai.</summary>
    public required string NameTh { get; init; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Kind of key: <c>ecdsa-p256</c> or <c>rsa-3072</c>.</summary>
    public string Algorithm { get; init; } = "ecdsa-p256";

    /// <summary>Where its key is, when it is in a PKCS#12 file.</summary>
    public Pkcs12Settings? Pkcs12 { get; init; }

    /// <summary>Where its key is, when it is behind PKCS#11. In neither it is in PEM files in the ledger's key folder.</summary>
    public Pkcs11Settings? Pkcs11 { get; init; }

    /// <summary>The day in Thailand from which a verifier must ask for a log proof in its credentials; null: none is asked for (docs/formats/trust.md).</summary>
    public DateOnly? ProofsFrom { get; init; }
}
