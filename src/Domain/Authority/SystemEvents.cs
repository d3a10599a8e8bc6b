using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

// The storage format of systems: add, never rename.

/// <summary>A system of an organisation became known: what it may do, appointments say.</summary>
/// <param name="System">The system, and the stream: <see cref="AgencySystem.IdOf"/>.</param>
/// <param name="Organisation">Code of the organisation that it acts for.</param>
/// <param name="Issuer">The OpenID provider that knows it.</param>
/// <param name="Client">Its client id there.</param>
/// <param name="NameTh">What it is called, in Thai.</param>
/// <param name="NameEn">What it is called, in English.</param>
[Stored("system", "organisation", "issuer", "client", "nameTh", "nameEn")]
public sealed record SystemEntered(Guid System, string Organisation, string Issuer, string Client, string NameTh, string NameEn) : LedgerEvent;
