using CredentialLedger.Api.Verification;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Portal.Verification;

/// <summary>What is told about a number: the least that answers whether the paper is good.</summary>
/// <param name="Format">Always <c>credentialledger-number-1</c>: members are added, never renamed.</param>
/// <param name="Overall">The answer: <c>valid</c>, <c>invalid</c> or <c>undetermined</c>.</param>
/// <param name="At">As of when.</param>
/// <param name="Why">The first check that did not pass; left out when all did.</param>
/// <param name="Test">Whether it is a test credential, which certifies nothing.</param>
/// <param name="Achievement">What it certifies.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; null without end.</param>
/// <param name="NameMatches">Whether the name that was typed is the holder's; left out where none was.</param>
public sealed record NumberAnswer(string Format, string Overall, DateTimeOffset At, AnsweredCheck? Why, bool Test, Achievement Achievement, IssuerReference Issuer,
    DateOnly ValidFrom, DateOnly? ValidUntil, bool? NameMatches)
{
    /// <summary>What is told of what a document says and the answer on it.</summary>
    public static NumberAnswer Of(CredentialContent content, VerifyAnswer answer, string? name) =>
        new("credentialledger-number-1", answer.Overall, answer.At, answer.Checks.FirstOrDefault(c => c.Result != "passed"), content.Test, content.Achievement, content.Issuer,
            content.ValidFrom, content.ValidUntil, string.IsNullOrWhiteSpace(name) ? null : HolderName.Is(content.Holder, name));
}
