using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier;

/// <summary>The answer to "was this credential valid at that moment?". Only <see cref="Valid"/> is a yes.</summary>
public enum Overall
{
    /// <summary>No check failed, but one could not be made. The first value, so that nothing is valid by default.</summary>
    Undetermined,

    /// <summary>At least one check failed.</summary>
    Invalid,

    /// <summary>Every check passed.</summary>
    Valid,
}

/// <summary>How one check ended.</summary>
public enum CheckResult
{
    Unknown,
    Failed,
    Passed,
}

/// <summary>One check: its name, how it ended, why as a stable code (<see cref="Codes"/>), and a sentence of it in Thai and in English.</summary>
public sealed record Check(string Name, CheckResult Result, string Code, string SentenceTh, string SentenceEn)
{
    // A verdict has fourteen sentences, each with its dates; they are written when they are read.
    private readonly object[] values = [];
    private string? thai = SentenceTh, english = SentenceEn;

    internal Check(string name, Finding finding) : this(name, finding.Result, finding.Code, null!, null!) => values = finding.Values;

    /// <summary>Why, in Thai.</summary>
    public string SentenceTh { get => thai ??= Sentences.Thai(Code, values); init => thai = value; }

    /// <summary>Why, in English.</summary>
    public string SentenceEn { get => english ??= Sentences.English(Code, values); init => english = value; }

    /// <inheritdoc/>
    public bool Equals(Check? other) =>
        other is not null && (Name, Result, Code, SentenceTh, SentenceEn) == (other.Name, other.Result, other.Code, other.SentenceTh, other.SentenceEn);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Result, Code);
}

/// <summary>When a document was signed: the signer's claim, and what a log proves of it.</summary>
/// <param name="ClaimedAt">The time that the signature names.</param>
/// <param name="ProvenBy">The time at the latest, by which enough witnesses had seen it in the log; null when the time is only claimed.</param>
/// <param name="LogOrigin">The log that it is in; null when that is not shown.</param>
/// <param name="Witnesses">The witnesses that cosigned, by their names in the policy.</param>
public sealed record Signing(DateTimeOffset ClaimedAt, DateTimeOffset? ProvenBy, string? LogOrigin, IReadOnlyList<string> Witnesses);

/// <summary>The verdict on a document as of a moment: overall, check by check in the page's order, and the content once its integrity is shown.</summary>
/// <param name="Content">What the document says; null unless the integrity check passed. It is the issuer's word only when the issuer check passed too.</param>
public sealed record Verdict(Overall Overall, IReadOnlyList<Check> Checks, CredentialContent? Content, DateTimeOffset At)
{
    /// <summary>When the document was signed; null unless the integrity check passed.</summary>
    public Signing? Signing { get; init; }

    /// <summary>The stable JSON form (docs/formats/credential.md), the same from the command line and from the API. Leaves the hash of the national id out.</summary>
    public byte[] ToJson() => VerdictJson.Write(this, null);

    /// <summary>The same, with what a later status list says (<see cref="Verify.KnownSince"/>) told apart as <c>knownSince</c>.</summary>
    public byte[] ToJson(Check? knownSince) => VerdictJson.Write(this, knownSince);
}
