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

    /// <summary>Where anybody verifies a credential by its number and check code; the code is not in the address, since addresses are written down on their way.</summary>
    public static Uri VerificationOf(this ProgrammeSettings programme, string number) => new(programme.PublicUri, $"/verify?number={Uri.EscapeDataString(number)}");
}
