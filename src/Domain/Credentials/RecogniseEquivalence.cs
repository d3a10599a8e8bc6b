using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Recognise a foreign qualification as equivalent to a result in a unit, by a dated decision, under the organisation's own signature; once.</summary>
public sealed record RecogniseEquivalence(Guid Equivalence, EquivalenceTerms Terms) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepSchemes;

    /// <summary>An equivalence with that id and other terms, or of another organisation, is in the ledger.</summary>
    public static readonly Rejection AlreadyRecognised = new("equivalence.already-recognised", RejectionKind.Conflict, "equivalence");

    /// <summary>A name, title or version is no plain line of text; all of them are signed.</summary>
    public static readonly Rejection BadText = new("equivalence.bad-text", RejectionKind.Invalid, "qualification");

    /// <summary>The decision has no number in one line, or no digest of its file.</summary>
    public static readonly Rejection BadDecision = new("equivalence.bad-decision", RejectionKind.Invalid, "decision");

    /// <summary>The day of the decision has not come yet.</summary>
    public static readonly Rejection InFuture = new("equivalence.in-future", RejectionKind.Invalid, "decision");

    /// <summary>The days of awards end before they begin, or it would apply before it was decided.</summary>
    public static readonly Rejection BadDays = new("equivalence.bad-days", RejectionKind.Invalid, "awardedFrom");

    /// <summary>An award counts for 1-120 months.</summary>
    public static readonly Rejection BadMonths = new("equivalence.bad-months", RejectionKind.Invalid, "months");

    /// <summary>Decide on the equivalence's stream; asks for a signature only when one is to be recorded.</summary>
    /// <param name="equivalence">The equivalence under this id, if any.</param>
    /// <param name="framework">The framework version that it names.</param>
    /// <param name="key">The key that would sign.</param>
    /// <param name="by">Who recognises.</param>
    /// <param name="today">Today in Thailand.</param>
    /// <param name="sign">Signs the terms.</param>
    public Outcome Decide(Equivalence? equivalence, FrameworkVersion? framework, SigningKey? key, Actor by, DateOnly today, Func<StatementSignature> sign)
    {
        if (equivalence is { Recognised: var before }) return (before.Terms, before.Organisation) == (Terms, by.Organisation) ? Outcome.NothingToDo : AlreadyRecognised;
        var (q, decision) = (Terms.Qualification, Terms.Decision);
        if (!new[] { q.BodyTh, q.BodyEn, q.TitleTh, q.TitleEn }.All(PlainText.IsTitle) || !PlainText.IsCode(q.Version)) return BadText;
        if (framework is null) return FrameworkVersion.Missing;
        if (framework.Refuses(Terms.Unit, Terms.Level) is { } refused) return refused;
        if (!decision.IsNamed) return BadDecision;
        if (decision.Date > today) return InFuture;
        if (Terms.AwardedUntil < Terms.AwardedFrom || Terms.AppliesFrom < decision.Date) return BadDays;
        if (Terms.Months is < 1 or > 120) return BadMonths;
        if (PlausibleDay.FlawIn(Terms) is { } slip) return slip;
        if (key?.Registered.Organisation != by.Organisation) return IssueCredential.KeyNotRegistered;
        return key.RefusalOn(today) is { } unfit ? unfit : new EquivalenceRecognised(Equivalence, by.Organisation, Terms, sign(), by.Person);
    }
}
