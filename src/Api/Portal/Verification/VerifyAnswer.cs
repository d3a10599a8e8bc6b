using CredentialLedger.Api.AsOf;
using CredentialLedger.Api.Verification;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>A verdict as the page tells it: one answer, what the document says, and each check with why.</summary>
/// <param name="Overall">The answer: <c>valid</c>, <c>invalid</c> or <c>undetermined</c>.</param>
/// <param name="At">As of when.</param>
/// <param name="Content">What the document says; null unless its integrity was shown.</param>
/// <param name="IsConfirmed">Whether it is the word of an issuer that the ledger knows.</param>
/// <param name="Signing">When it was signed.</param>
/// <param name="Checks">The checks, in their order.</param>
/// <param name="Since">What has become known since the moment that was asked for; null where that is now.</param>
public sealed record VerifyAnswer(string Overall, DateTimeOffset At, CredentialContent? Content, bool IsConfirmed, Signing? Signing, IReadOnlyList<AnsweredCheck> Checks, KnownSince<string>? Since)
{
    /// <summary>The issuer as it stood then; null for one that the ledger does not know, or where nothing was recorded then.</summary>
    public PastBody? Body { get; init; }

    /// <summary>The answer of now.</summary>
    public static VerifyAnswer Of(Verdict verdict) =>
        new(PastVerdict.Name(verdict.Overall), verdict.At, verdict.Content, verdict.Checks.Any(c => c is { Name: "issuer", Result: CheckResult.Passed }), verdict.Signing, [.. verdict.Checks.Select(AnsweredCheck.Of)], null);

    /// <summary>The answer of now on a credential that was replaced, which its list cannot tell from a revoked one.</summary>
    public static VerifyAnswer Of(Verdict verdict, PastCheck replaced) =>
        Of(verdict) with { Checks = [.. verdict.Checks.Where(c => c.Name != "status").Select(AnsweredCheck.Of), AnsweredCheck.Of(replaced)] };

    /// <summary>The answer of a day that has gone: what the ledger's own events say stands in place of a status list of then.</summary>
    public static VerifyAnswer Of(Verdict verdict, PastVerdict past) => Of(verdict) with
    {
        Overall = past.Overall,
        Checks = past.Checks.Count == 0 ? [.. verdict.Checks.Select(AnsweredCheck.Of)] : [.. verdict.Checks.Where(c => c.Name != "status").Select(AnsweredCheck.Of), .. past.Checks.Select(AnsweredCheck.Of)],
        Since = past.KnownSince,
        Body = past.Body,
    };
}

/// <summary>One check.</summary>
/// <param name="Name">What is checked, as a stable name.</param>
/// <param name="NameTh">What is checked, in Thai.</param>
/// <param name="NameEn">What is checked, in English.</param>
/// <param name="Result"><c>passed</c>, <c>failed</c> or <c>unknown</c>.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Th">Why, in Thai.</param>
/// <param name="En">Why, in English.</param>
public sealed record AnsweredCheck(string Name, string NameTh, string NameEn, string Result, string Code, string Th, string En)
{
    /// <summary>A check of the verifier's.</summary>
    public static AnsweredCheck Of(Check check) =>
        new(check.Name, Sentences.Thai($"check.{check.Name}"), Sentences.English($"check.{check.Name}"), check.Result.ToString().ToLowerInvariant(), check.Code, check.SentenceTh, check.SentenceEn);

    /// <summary>A check of the ledger's own.</summary>
    public static AnsweredCheck Of(PastCheck check) =>
        new(check.Name, Words.Of(NameOf(check), english: false), Words.Of(NameOf(check), english: true), check.Result, check.Code, check.SentenceTh, check.SentenceEn);

    private static string NameOf(PastCheck check) => check.Name switch
    {
        "standing" => "verify.check-standing",
        "deciding" => "verify.check-deciding",
        "issuing" => "verify.check-issuing",
        _ => "verify.check-framework",
    };
}
