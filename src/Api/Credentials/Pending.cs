using System.Text.Json.Serialization;
using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Api.Credentials;

/// <summary>What a credential waits for.</summary>
/// <param name="Step">The next step.</param>
/// <param name="Until">Last day on which nothing else happens; null where no day is set.</param>
/// <param name="HolderMay">Whether the holder can do something until then: answer, or appeal.</param>
public sealed record Pending(PendingStep Step, DateOnly? Until, bool HolderMay)
{
    /// <summary>What it waits for on a day; null for nothing.</summary>
    public static Pending? Of(Credential credential, DateOnly today) => credential switch
    {
        { OpenCase: { Answer: null, Notice.AnswerUntil: var until } } when today <= until => new(PendingStep.Answer, until, true),
        { OpenCase: { } open } => new(PendingStep.Decision, null, open.Answer is null),
        { Appeal.IsOpen: true } => new(PendingStep.Ruling, null, false),
        { Appeal: null, Revoked: { With: null } revoked } when today <= Appeal.LastDay(revoked) => new(PendingStep.Appeal, Appeal.LastDay(revoked), true),
        _ => null,
    };
}

/// <summary>Steps that somebody has yet to take.</summary>
public enum PendingStep
{
    /// <summary>The holder can answer the notice, and nothing is decided before.</summary>
    [JsonStringEnumMemberName("answer")] Answer,

    /// <summary>The body decides whether to revoke; until then the holder can still answer.</summary>
    [JsonStringEnumMemberName("decision")] Decision,

    /// <summary>The holder can appeal against the revocation.</summary>
    [JsonStringEnumMemberName("appeal")] Appeal,

    /// <summary>The appeal waits for its ruling.</summary>
    [JsonStringEnumMemberName("ruling")] Ruling,
}
