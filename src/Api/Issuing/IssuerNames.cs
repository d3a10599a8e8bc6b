namespace CredentialLedger.Api.Issuing;

/// <summary>Under which addresses and identifiers the ledger and its issuers are known outside (docs/formats/issuer-metadata.md).</summary>
public static class IssuerNames
{
    /// <summary>The issuer's address: the <c>iss</c> of what it signs as JWT, and where its metadata lie.</summary>
    public static Uri AddressOf(this ProgrammeSettings programme, string issuer) => new(programme.PublicUri, $"/issuers/{Uri.EscapeDataString(issuer)}");

    /// <summary>The ledger's own identifier (did:web method specification): its document is <c>/.well-known/did.json</c>.</summary>
    public static string Did(this ProgrammeSettings programme) => $"did:web:{Uri.EscapeDataString(programme.PublicUri.Authority)}";

    /// <summary>The issuer's identifier: its document is <c>did.json</c> under the issuer's address.</summary>
    public static string DidOf(this ProgrammeSettings programme, string issuer) => $"{programme.Did()}:issuers:{Uri.EscapeDataString(issuer)}";
}
