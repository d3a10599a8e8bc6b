using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Status;

/// <summary>What the issuer's status lists say of a credential at a moment. A list that cannot be trusted for that moment makes the answer unknown, never good.</summary>
internal static class StatusCheck
{
    /// <param name="content">The credential.</param>
    /// <param name="given">A status list token; or the two bitstring lists, a line feed between them.</param>
    /// <param name="trust">Whom one trusts.</param>
    /// <param name="at">The moment asked.</param>
    /// <param name="now">When it is asked.</param>
    public static Finding Run(CredentialContent content, ReadOnlyMemory<byte>? given, TrustList trust, DateTimeOffset at, DateTimeOffset now)
    {
        if (given is not { } bytes) return Finding.Unknown(Codes.StatusMissing);
        var told = Split(bytes).Select(token => Judge(content, token, trust, at, now)).ToArray();
        // Revoked by one list is revoked, whatever the other is; good is only what every purpose was asked about.
        if (told.FirstOrDefault(t => t.Finding.Result is CheckResult.Failed).Finding is { } failed) return failed;
        if (told.FirstOrDefault(t => t.Finding.Result is CheckResult.Unknown).Finding is { } unknown) return unknown;
        var isWhole = told is [{ Purpose: null }] || StatusPurposes.All.All(purpose => told.Any(t => t.Purpose == purpose));
        return isWhole ? told[0].Finding : Finding.Unknown(Codes.StatusIncomplete);
    }

    /// <summary>When the given lists say that they were issued, the last of them; their signatures are not looked at here.</summary>
    public static DateTimeOffset? IssuedAt(ReadOnlyMemory<byte> given) => Times(given) is var times && times.Contains(null) ? null : times.Max();

    /// <summary>When the given lists say that they were issued, the first of them; their signatures are not looked at here.</summary>
    public static DateTimeOffset? OldestAt(ReadOnlyMemory<byte> given) => Times(given) is var times && times.Contains(null) ? null : times.Min();

    private static DateTimeOffset?[] Times(ReadOnlyMemory<byte> given) => [.. Split(given).Select(token => CompactJws.Parse(token.Span) is { } jws ? ListClaims.Read(jws)?.IssuedAt : null)];

    private static ReadOnlyMemory<byte>[] Split(ReadOnlyMemory<byte> given) =>
        given.Span.IndexOf((byte)'\n') is >= 0 and var end ? [given[..end], given[(end + 1)..]] : [given];

    private static (Finding Finding, StatusPurpose? Purpose) Judge(CredentialContent content, ReadOnlyMemory<byte> token, TrustList trust, DateTimeOffset at, DateTimeOffset now) =>
        Fault(token, content.Issuer.Code, content.Status.List, trust, at, now, out var claims) is { } fault ? (fault, null) : (claims!.Standing(content.Status.Index), claims.Purpose);

    /// <summary>Why a list does not count for a moment; null when it does.</summary>
    /// <param name="token">The list.</param>
    /// <param name="issuer">Code of the issuer who may sign it.</param>
    /// <param name="address">The address that credentials name.</param>
    /// <param name="trust">Whom one trusts.</param>
    /// <param name="at">The moment asked.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="claims">What it says; null unless its signature holds.</param>
    public static Finding? Fault(ReadOnlyMemory<byte> token, string issuer, Uri address, TrustList trust, DateTimeOffset at, DateTimeOffset now, out ListClaims? claims)
    {
        claims = null;
        if (KeptLists.Find(token, trust) is { } known) return Counts(known, issuer, address, trust, at, now, out claims);
        // A copy: what is kept must be what was read, whatever the caller does meanwhile.
        var bytes = token.ToArray();
        if (Read(bytes, trust, out var read) is { } unread) return unread;
        var fault = Counts(read!, issuer, address, trust, at, now, out claims);
        if (fault is null && claims.Size > 0) KeptLists.Keep(bytes, trust, read!);
        return fault;
    }

    private static Finding? Counts(KeptLists.Read read, string issuer, Uri address, TrustList trust, DateTimeOffset at, DateTimeOffset now, out ListClaims claims)
    {
        claims = read.Claims;
        return Source(issuer, address, claims, read.Signer, trust, now) ?? Moment(claims, at);
    }

    /// <summary>Takes a list apart and verifies its signature.</summary>
    private static Finding? Read(byte[] token, TrustList trust, out KeptLists.Read? read)
    {
        read = null;
        if (CompactJws.Parse(token) is not { } jws || jws.Header.Type is not (StatusListToken.Type or BitstringToken.Type)) return Finding.Unknown(Codes.StatusMalformed);
        if (Signer.Load(jws.Header.Certificates, trust) is not { } signer || jws.Header.KeyId != signer.KeyId) return Finding.Unknown(Codes.StatusMalformed);
        if (signer.Kind is not { } kind || jws.Header.Algorithm != CompactJws.Algorithm(kind)) return Finding.Unknown(Codes.StatusAlgorithm);
        if (!jws.IsSignedBy(signer.Certificate, kind)) return Finding.Unknown(Codes.StatusSignature);
        if (ListClaims.Read(jws) is not { } claims) return Finding.Unknown(Codes.StatusMalformed);
        read = new(signer, claims);
        return null;
    }

    /// <summary>The right issuer's list, and the one that the credential names.</summary>
    private static Finding? Source(string issuer, Uri address, ListClaims claims, Signer signer, TrustList trust, DateTimeOffset now)
    {
        if (signer.Establish(trust) is not null || trust.Pin(signer.KeyId) is not { } pin) return Finding.Unknown(Codes.StatusUntrusted);
        if (pin.Issuer.Code != issuer) return Finding.Unknown(Codes.StatusWrongIssuer, pin.Issuer.Code);
        if (claims.Subject != claims.AddressBeside(address).AbsoluteUri) return Finding.Unknown(Codes.StatusWrongList);
        if (!pin.Issuer.StatusLists.Any(list => list.AbsoluteUri == address.AbsoluteUri)) return Finding.Unknown(Codes.StatusListNotTrusted);
        // A list is short-lived, so its own time counts for a key that has ended; but whoever stole one can claim any time.
        var isGood = KeyValidityCheck.Claim(signer, pin.Key, claims.IssuedAt) is null && !(pin.Key.CompromisedFrom <= now);
        return isGood ? null : Finding.Unknown(Codes.StatusKeyNotValid);
    }

    /// <summary>A token speaks for the moments from iat up to exp, and for no other (draft-ietf-oauth-status-list section 8.4).</summary>
    private static Finding? Moment(ListClaims claims, DateTimeOffset at)
    {
        if (claims.IssuedAt - at > Verify.ClockTolerance) return Finding.Unknown(Codes.StatusLaterThanAsked, claims.IssuedAt);
        if (claims.Expires <= at) return Finding.Unknown(Codes.StatusStale, claims.Expires);
        return null;
    }
}
