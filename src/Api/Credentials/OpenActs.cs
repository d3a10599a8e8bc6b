using System.Text.Json.Serialization;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Credentials;

/// <summary>Something that would be taken from the caller now.</summary>
/// <param name="Act">What.</param>
/// <param name="Organisation">For whom they would act: the value of the header <c>Acting-For</c>.</param>
/// <param name="Grounds">The grounds that would be taken; empty where the act asks for none of these.</param>
public sealed record OpenAct(CredentialAct Act, string Organisation, ValueList<Ground> Grounds);

/// <summary>What is done about a credential.</summary>
public enum CredentialAct
{
    /// <summary>Suspend it.</summary>
    [JsonStringEnumMemberName("suspend")] Suspend,

    /// <summary>Reinstate it.</summary>
    [JsonStringEnumMemberName("reinstate")] Reinstate,

    /// <summary>Revoke it without a notice.</summary>
    [JsonStringEnumMemberName("revoke")] Revoke,

    /// <summary>Give the holder notice that it may be revoked.</summary>
    [JsonStringEnumMemberName("notify")] Notify,

    /// <summary>Decide on the notice.</summary>
    [JsonStringEnumMemberName("decide")] Decide,

    /// <summary>Rule on the appeal.</summary>
    [JsonStringEnumMemberName("rule")] Rule,

    /// <summary>Answer the notice, as the holder.</summary>
    [JsonStringEnumMemberName("answer")] Answer,

    /// <summary>Appeal against the revocation, as the holder.</summary>
    [JsonStringEnumMemberName("appeal")] Appeal,

    /// <summary>Replace it by one that says the name which the holder has now.</summary>
    [JsonStringEnumMemberName("replace")] Replace,

    /// <summary>Decide whether to certify for another period.</summary>
    [JsonStringEnumMemberName("renew")] Renew,
}

/// <summary>
/// Finds out what can be done about a credential by asking the deciders themselves, with everything but the words that are still to be
/// written: so a page offers what would be taken, and no rule stands in two places.
/// </summary>
public sealed class OpenActs(Credential credential, IReadOnlyList<Credential> renewals, AppealedCase appealed, Person? holder, Agreement? agreement, DateOnly today)
{
    private readonly List<OpenAct> found = [];

    /// <summary>What these officers, and the person themself, could do.</summary>
    public static IReadOnlyList<OpenAct> Of(Credential credential, IReadOnlyList<Credential> renewals, AppealedCase appealed, Person? holder, Agreement? agreement, IReadOnlyList<Actor> officers, Actor self, DateOnly today) =>
        new OpenActs(credential, renewals, appealed, holder, agreement, today).All(officers, self);

    private List<OpenAct> All(IReadOnlyList<Actor> officers, Actor self)
    {
        Offer(CredentialAct.Suspend, officers, by => new SuspendCredential(SuspensionGround.UnderInvestigation, null).Decide(credential, by, today));
        Offer(CredentialAct.Reinstate, officers, by => new ReinstateCredential(null).Decide(credential, by, today));
        OfferOn(CredentialAct.Revoke, officers, (by, ground) => new RevokeCredential(ground, null).Decide(credential, renewals, holder, by, today));
        // What must be told in words can be sealed for nobody whose data was erased; a case that waits is ended without them.
        var known = holder is { IsErased: false };
        if (known) OfferOn(CredentialAct.Notify, officers, (by, ground) => new NotifyRevocation(ground, null, today).Decide(credential, renewals, by, today));
        Offer(CredentialAct.Decide, officers, by => new DecideRevocation(RevocationRuling.Revoked, null).Decide(credential, renewals, holder, by, today), by => new DecideRevocation(RevocationRuling.Dropped, null).Decide(credential, renewals, holder, by, today));
        Offer(CredentialAct.Rule, officers, by => new RuleOnAppeal(AppealRuling.Upheld, null).Decide(credential, appealed, holder, agreement, by, today));
        if (!known) return found;
        Offer(CredentialAct.Answer, [self], by => new AnswerNotice(null).Decide(credential, by));
        Offer(CredentialAct.Appeal, [self], by => new AppealRevocation(null).Decide(credential, by, today));
        return found;
    }

    private void Offer(CredentialAct act, IReadOnlyList<Actor> actors, params Func<Actor, Outcome>[] either)
    {
        if (actors.FirstOrDefault(by => either.Any(decide => IsTaken(decide(by)))) is { } able) found.Add(new(act, able.Organisation, []));
    }

    private void OfferOn(CredentialAct act, IReadOnlyList<Actor> actors, Func<Actor, Ground, Outcome> decide)
    {
        foreach (var by in actors)
        {
            ValueList<Ground> grounds = [.. Enum.GetValues<Ground>().Where(ground => IsTaken(decide(by, ground)))];
            if (grounds.Count == 0) continue;
            found.Add(new(act, by.Organisation, grounds));
            return;
        }
    }

    /// <summary>Whether what a decider answered would be recorded, once the words are written that it asks for.</summary>
    internal static bool IsTaken(Outcome outcome) => outcome.Events.Count > 0 || outcome.Rejection == RevocationCase.NoReasons;
}
