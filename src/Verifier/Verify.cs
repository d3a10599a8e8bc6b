using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier;

/// <summary>The one entry: judges a document with nothing but what it is given; no clock, no network, no store of the machine.</summary>
public static class Verify
{
    /// <summary>How far the clocks of issuer and verifier may differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>Judges a credential in any of its shapes (XML, VC-JWT, SD-JWT VC, PNG badge, PDF certificate) as of a moment, in the order of docs/formats/credential.md. Bad input of any kind gives a verdict, never an exception.</summary>
    /// <param name="status">The issuer's status list token; without it the answer is never valid.</param>
    /// <param name="at">The moment that validity is asked for.</param>
    /// <param name="now">When it is asked, where that is another moment: no witness can have cosigned later, and a signature without proof is no older.</param>
    public static Verdict Document(ReadOnlyMemory<byte> document, TrustList trust, ReadOnlyMemory<byte>? status, DateTimeOffset at, DateTimeOffset? now = null) =>
        Document(document, trust, at, _ => status, now);

    /// <summary>The same, for who has many status lists: one is asked for by the address that the document names, once the document's key was found good.</summary>
    /// <param name="document">The document.</param>
    /// <param name="trust">Whom one trusts.</param>
    /// <param name="at">The moment that validity is asked for.</param>
    /// <param name="status">The token of an address; null where there is none.</param>
    /// <param name="now">When it is asked, where that is another moment.</param>
    public static Verdict Document(ReadOnlyMemory<byte> document, TrustList trust, DateTimeOffset at, Func<Uri, ReadOnlyMemory<byte>?> status, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(trust);
        Finding integrity, issuer, log, key, dates, standing;
        integrity = issuer = log = key = dates = standing = Finding.NotChecked;
        CredentialContent? content = null;
        Signing? signing = null;
        var looked = Looked(now ?? at);

        var structure = Shapes.Read(document, out var shape);
        if (shape is not null)
        {
            integrity = shape.Integrity(trust, out var signer);
            if (integrity.Result is CheckResult.Passed)
            {
                content = shape.Content;
                signing = new(shape.SigningTime, null, null, []);
                issuer = IssuerCheck.Run(content, signer!, trust);
                if (issuer.Result is CheckResult.Passed)
                {
                    var pin = trust.Pin(signer!.KeyId)!.Value;
                    log = shape.Log(pin.Issuer, trust, looked, out signing);
                    key = KeyValidityCheck.Run(signer, pin.Key, signing.ClaimedAt, signing.ProvenBy, looked);
                    if (key.Result is CheckResult.Passed && shape is PaperShape paper && paper.PageKey(trust, looked) is { Result: not CheckResult.Passed } page) key = page;
                }

                dates = DatesCheck.Run(content, signing.ClaimedAt, signing.ProvenBy, at);
                if (key.Result is CheckResult.Passed) standing = StatusCheck.Run(content, status(content.Status.List), trust, at, looked);
            }
        }

        Check[] checks =
        [
            new("structure", structure), new("integrity", integrity), new("issuer", issuer), new("log", log),
            new("key-validity", key), new("dates", dates), new("status", standing),
        ];
        return new Verdict(Sum(checks), checks, content, at) { Signing = signing };
    }

    /// <summary>What a status list that was issued after the moment of a verdict says of the credential at its own first moment; null when the list is not such a one.
    /// It takes nothing from the verdict: it tells what has become known since, and not since when it is so (docs/formats/status-list.md).</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="status">The status list token that it was given.</param>
    /// <param name="trust">Whom one trusts.</param>
    /// <param name="now">When it is asked: a list by a key that somebody else may hold by then tells nothing.</param>
    public static Check? KnownSince(Verdict verdict, ReadOnlyMemory<byte> status, TrustList trust, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(trust);
        if (verdict.Content is not { } content || !verdict.Checks.Any(c => c.Code == Codes.StatusLaterThanAsked)) return null;
        return StatusCheck.IssuedAt(status) is { } issued ? new("status", StatusCheck.Run(content, status, trust, issued, Looked(now))) : null;
    }

    /// <summary>The verdict of whoever relies on no status list that is older: one that says good, and was issued longer before the moment asked, leaves the question open. What a list says of a revocation or suspension stands, however old it is.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="status">The status list token that it was given.</param>
    /// <param name="oldest">The greatest age.</param>
    public static Verdict WithStatusNoOlder(Verdict verdict, ReadOnlyMemory<byte> status, TimeSpan oldest)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (StatusCheck.OldestAt(status) is not { } issued || verdict.At - issued <= oldest) return verdict;
        Check[] checks = [.. verdict.Checks.Select(c => c.Code == Codes.StatusGood ? new("status", Finding.Unknown(Codes.StatusTooOld, issued)) : c)];
        return verdict with { Checks = checks, Overall = Sum(checks) };
    }

    /// <summary>Judges a status list for itself, as who keeps it for later does: whether it counts at a moment for the issuer to whom the trust list gives its address.</summary>
    /// <param name="list">The token.</param>
    /// <param name="address">Where it comes from, as credentials name it; <see cref="TrustedIssuer.StatusLists"/> says whose it is.</param>
    /// <param name="trust">Whom one trusts.</param>
    /// <param name="at">The moment.</param>
    public static StatusListVerdict StatusList(ReadOnlyMemory<byte> list, Uri address, TrustList trust, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(trust);
        var owner = trust.Issuers.FirstOrDefault(i => i.StatusLists.Any(l => l.AbsoluteUri == address.AbsoluteUri))?.Code ?? "";
        ListClaims? claims = null;
        var fault = owner.Length == 0 ? Finding.Unknown(Codes.StatusListNotTrusted) : StatusCheck.Fault(list, owner, address, trust, at, Looked(at), out claims);
        return new(new("status", fault ?? Finding.Passed(Codes.StatusListCounts, claims!.IssuedAt, claims.Expires)), claims?.IssuedAt);
    }

    // Steps add the tolerance to it, which the last moments that there are have no room for.
    private static DateTimeOffset Looked(DateTimeOffset now) => now.UtcDateTime > DateTime.MaxValue - 2 * ClockTolerance ? DateTimeOffset.MaxValue - 2 * ClockTolerance : now.ToUniversalTime();

    internal static Overall Sum(Check[] checks) =>
        checks.Any(c => c.Result is CheckResult.Failed) ? Overall.Invalid
        : checks.All(c => c.Result is CheckResult.Passed) ? Overall.Valid
        : Overall.Undetermined;
}
