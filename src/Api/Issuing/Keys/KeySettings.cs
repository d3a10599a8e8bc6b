namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>An issuer's key in a PKCS#12 file (RFC 7292), with its certificates.</summary>
public sealed class Pkcs12Settings
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The file whose one line is the password; readable by the ledger's user alone.</summary>
    public required string PasswordFile { get; init; }
}

/// <summary>An issuer's key in a token behind PKCS#11 (OASIS PKCS #11 v3.1), such as an HSM: it signs there and never leaves it.</summary>
public sealed class Pkcs11Settings
{
    /// <summary>The vendor's library.</summary>
    public required string Module { get; init; }

    /// <summary>Label of the token.</summary>
    public required string Token { get; init; }

    /// <summary>Label of the key (CKA_LABEL).</summary>
    public required string Key { get; init; }

    /// <summary>The file whose one line is the user's PIN; readable by the ledger's user alone.</summary>
    public required string PinFile { get; init; }
}
