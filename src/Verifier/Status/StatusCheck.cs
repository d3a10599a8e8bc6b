using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Status;

/// <summary>What the issuer's status list says of a credential at a moment. A list that cannot be trusted for that moment makes the answer unknown, never good.</summary>
internal static class StatusCheck
{
    public static Finding Run(CredentialContent content, ReadOnlyMemory<byte>? token, TrustList trust, DateTimeOffset at, DateTimeOffset now)
    {
        if (token is not { } bytes) return Finding.Unknown(Codes.StatusMissing);
        if (CompactJws.Parse(bytes.Span) is not { } jws || jws.Header.Type != StatusListToken.Type) return Finding.Unknown(Codes.StatusMalformed);
        if (Signer.Load(jws.Header.Certificates, trust) is not { } signer || jws.Header.KeyId != signer.KeyId) return Finding.Unknown(Codes.StatusMalformed);
        if (signer.Kind is not { } kind || jws.Header.Algorithm != CompactJws.Algorithm(kind)) return Finding.Unknown(Codes.StatusAlgorithm);
        if (!jws.IsSignedBy(signer.Certificate, kind)) return Finding.Unknown(Codes.StatusSignature);
        if (StatusClaims.Read(jws.Payload) is not { } claims) return Finding.Unknown(Codes.StatusMalformed);
        return Source(content, claims, signer, trust, now) ?? Moment(claims, at) ?? Standing(content.Status.Index, claims);
    }

    /// <summary>When a token says that it was issued; its signature is not looked at here.</summary>
    public static DateTimeOffset? IssuedAt(ReadOnlyMemory<byte> token) =>
        CompactJws.Parse(token.Span) is { } jws && StatusClaims.Read(jws.Payload) is { } claims ? claims.IssuedAt : null;

    /// <summary>The right issuer's list, and the one that the credential names.</summary>
    private static Finding? Source(CredentialContent content, StatusClaims claims, Signer signer, TrustList trust, DateTimeOffset now)
    {
        if (signer.Establish(trust) is not null || trust.Pin(signer.KeyId) is not { } pin) return Finding.Unknown(Codes.StatusUntrusted);
        if (pin.Issuer.Code != content.Issuer.Code) return Finding.Unknown(Codes.StatusWrongIssuer, pin.Issuer.Code);
        if (claims.Subject != content.Status.List.AbsoluteUri) return Finding.Unknown(Codes.StatusWrongList);
        if (!pin.Issuer.StatusLists.Any(list => list.AbsoluteUri == claims.Subject)) return Finding.Unknown(Codes.StatusListNotTrusted);
        // A list is short-lived, so its own time counts for a key that has ended; but whoever stole one can claim any time.
        var isGood = KeyValidityCheck.Claim(signer, pin.Key, claims.IssuedAt) is null && !(pin.Key.CompromisedFrom <= now);
        return isGood ? null : Finding.Unknown(Codes.StatusKeyNotValid);
    }

    /// <summary>A token speaks for the moments from iat up to exp, and for no other (draft-ietf-oauth-status-list section 8.4).</summary>
    private static Finding? Moment(StatusClaims claims, DateTimeOffset at)
    {
        if (claims.IssuedAt - at > Verify.ClockTolerance) return Finding.Unknown(Codes.StatusLaterThanAsked, claims.IssuedAt);
        if (claims.Expires <= at) return Finding.Unknown(Codes.StatusStale, claims.Expires);
        return null;
    }

    private static Finding Standing(long index, StatusClaims claims)
    {
        if (StatusList.Decompress(claims.List, claims.Bits) is not { } list) return Finding.Unknown(Codes.StatusMalformed);
        if (index >= list.Capacity) return Finding.Unknown(Codes.StatusIndexOutOfRange);
        return list[index] switch
        {
            StatusValue.Valid => Finding.Passed(Codes.StatusGood, claims.IssuedAt),
            StatusValue.Invalid => Finding.Failed(Codes.StatusRevoked, claims.IssuedAt),
            StatusValue.Suspended => Finding.Failed(Codes.StatusSuspended, claims.IssuedAt),
            _ => Finding.Unknown(Codes.StatusUnrecognised),
        };
    }
}
