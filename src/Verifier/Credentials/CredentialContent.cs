namespace CredentialLedger.Verifier.Credentials;

/// <summary>What a signed credential says; the text of it is in docs/formats/credential.md. Dates are Thai calendar days (UTC+7), both ends included.</summary>
public sealed record CredentialContent(
    Guid Id,
    string Number,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    bool Test,
    IssuerReference Issuer,
    HolderReference Holder,
    Achievement Achievement,
    ProgrammeNotice Programme,
    StatusReference Status,
    string LogOrigin);

/// <summary>The certification body that signs, by its code in the trust list, its names, and the id of the key it signs with (<see cref="IssuerKey.KeyId"/>).</summary>
public sealed record IssuerReference(string Code, string NameTh, string NameEn, string KeyId);

/// <summary>Who holds the credential: a name, and a salted hash of the national id instead of the id itself. An SD-JWT's holder may withhold each of them, which is then null.</summary>
public sealed record HolderReference(string? NameTh, string? NameEn, IdentityHash? Identity);

/// <summary>What the holder can do: a unit of competence at a level, in one immutable version of a framework, under a certification scheme.</summary>
public sealed record Achievement(
    string Framework,
    string Scheme,
    string Unit,
    int? Level,
    string TitleTh,
    string TitleEn,
    DateOnly DecidedOn);

/// <summary>Under whose cooperation the credential is given out: the notice that names all three parties (clause 6 of the agreement), in Thai and English.</summary>
public sealed record ProgrammeNotice(string NoticeTh, string NoticeEn);

/// <summary>Where the standing of the credential is published: the address of a status list and the place in it.</summary>
public sealed record StatusReference(Uri List, long Index);
