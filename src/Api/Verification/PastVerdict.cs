using System.Text.Json;
using CredentialLedger.Api.AsOf;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Verification;

/// <summary>The ledger's answer about a document as of a moment: the verifier's verdict as it is, and what only the ledger can add (docs/design/0017-as-of.md). It names no person.</summary>
/// <param name="Format">Always <c>credentialledger-past-verdict-1</c>: members are added, never renamed.</param>
/// <param name="Overall"><c>valid</c>, <c>invalid</c> or <c>undetermined</c>: the verifier's checks, with the standing of then in place of a status list, and the ledger's checks.</param>
/// <param name="At">The moment asked: dates are judged at its day in Thailand, and what was recorded up to it counts.</param>
/// <param name="Sequence">Place in the ledger of the credential's last event that was taken into account; 0 when there is none.</param>
/// <param name="Checks">What the ledger itself checked; empty for a document that is not one of its own.</param>
/// <param name="Deciding">By what authority it was decided; null when no decision was recorded then.</param>
/// <param name="Issuing">By what authority it was issued; null when no issue was recorded then.</param>
/// <param name="Body">The certification body as it stood then.</param>
/// <param name="Framework">The version of the competency framework that it names; null when it was not published then.</param>
/// <param name="Verdict">The verifier's own verdict as of the moment, with the status list that is published now.</param>
/// <param name="KnownSince">What has become known since; null for a document that is not one of this ledger's.</param>
public sealed record PastVerdict(string Format, string Overall, DateTimeOffset At, long Sequence, IReadOnlyList<PastCheck> Checks,
    PastAct? Deciding, PastAct? Issuing, PastBody? Body, PastFramework? Framework, JsonElement Verdict, KnownSince<string>? KnownSince)
{
    /// <summary>The stable name of an overall answer.</summary>
    public static string Name(Overall overall) => overall switch
    {
        Verifier.Overall.Valid => "valid",
        Verifier.Overall.Invalid => "invalid",
        _ => "undetermined",
    };
}

/// <summary>One check of the ledger's.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result"><c>passed</c>, <c>failed</c> or <c>unknown</c>.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="SentenceTh">Why, in Thai.</param>
/// <param name="SentenceEn">Why, in English.</param>
public sealed record PastCheck(string Name, string Result, string Code, string SentenceTh, string SentenceEn)
{
    /// <summary>The code of a credential whose place another one took.</summary>
    public const string Replaced = "standing.replaced";

    /// <summary>A check that ended so.</summary>
    public static PastCheck Of(string name, CheckResult result, string why)
    {
        var code = $"{name}.{why}";
        return new(name, result is CheckResult.Passed ? "passed" : result is CheckResult.Failed ? "failed" : "unknown", code, AsOfWords.Thai(code), AsOfWords.English(code));
    }
}

/// <summary>A recorded act, and by what authority.</summary>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Organisation">For whom whoever acted, acted.</param>
/// <param name="Duty">Under which duty.</param>
/// <param name="Authority">What entitled them: <c>appointment</c>, <c>accreditation</c> or <c>representative</c>.</param>
/// <param name="Entitled">Whether the ledger's events of up to then entitled them when it was recorded.</param>
/// <param name="EntitledAt">Whether they were still entitled at the moment asked.</param>
public sealed record PastAct(DateTimeOffset Recorded, string Organisation, string Duty, string Authority, bool Entitled, bool EntitledAt);

/// <summary>A certification body as it stood.</summary>
/// <param name="Organisation">Its code.</param>
/// <param name="Party">Whether it was a party to the agreement.</param>
/// <param name="Accreditations">Its accreditations.</param>
public sealed record PastBody(string Organisation, bool Party, IReadOnlyList<PastAccreditation> Accreditations);

/// <summary>An accreditation as it stood.</summary>
/// <param name="Kind">As what the organisation was accredited.</param>
/// <param name="Standing"><c>in-force</c>, <c>suspended</c>, <c>withdrawn</c>, or <c>out-of-dates</c> where only its days were not these.</param>
public sealed record PastAccreditation(Domain.Authority.AccreditationKind Kind, string Standing);

/// <summary>A version of a competency framework.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Recorded">When it was published in the ledger.</param>
public sealed record PastFramework(string Code, DateTimeOffset Recorded);
