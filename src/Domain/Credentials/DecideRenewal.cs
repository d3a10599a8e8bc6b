using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Credentials;

/// <summary>Decide whether to certify for another period, on what the holder shows anew (ISO/IEC 17024, 9.6), by someone who did not examine.</summary>
public sealed record DecideRenewal(Guid Credential, Ruling Ruling, ValueList<Guid> Results, ValueList<Guid> Completions, ValueList<Guid>? Awards = null) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.DecideCertification;

    /// <summary>The scheme has no rules for a renewal.</summary>
    public static readonly Rejection NotRenewable = new("renewal.not-renewable", RejectionKind.Conflict, "credential");

    /// <summary>Its last day is too far away.</summary>
    public static readonly Rejection TooEarly = new("renewal.too-early", RejectionKind.Conflict);

    /// <summary>Its last day passed too long ago.</summary>
    public static readonly Rejection TooLate = new("renewal.too-late", RejectionKind.Conflict);

    /// <summary>It was renewed before, by another decision.</summary>
    public static readonly Rejection AlreadyRenewed = new("renewal.already-renewed", RejectionKind.Conflict);

    /// <summary>Something that is shown is of no day after the first of the credential: it was shown for that, or could have been.</summary>
    public static readonly Rejection OldEvidence = new("renewal.old-evidence", RejectionKind.Invalid, "results");

    /// <summary>Whether something of that day can be shown to renew a credential whose first day was the other.</summary>
    public static bool IsAnew(DateOnly day, DateOnly first) => day > first;

    /// <summary>Decide on the stream of <see cref="Decision.RenewalOf"/>.</summary>
    /// <param name="decision">What was decided before on this evidence.</param>
    /// <param name="renewed">The credential to renew.</param>
    /// <param name="renewal">The credential that renews it already, if one does.</param>
    /// <param name="scheme">Its scheme.</param>
    /// <param name="holder">Its holder.</param>
    /// <param name="results">The results that are shown.</param>
    /// <param name="completions">The completions that are shown.</param>
    /// <param name="awards">The accepted awards that are shown.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="today">Today in Thailand.</param>
    public Outcome Decide(Decision? decision, Credential? renewed, Credential? renewal, Scheme? scheme, Person? holder,
        IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, IReadOnlyCollection<Award> awards, Actor by, DateOnly today)
    {
        if (renewed is not { Issued: var issued }) return Credentials.Credential.Missing;
        if (decision is { Decided: var before })
            return (before.Ruling, before.Body, before.DecidedBy) == (Ruling, by.Organisation, by.Person) ? Outcome.NothingToDo : DecideCertification.AlreadyDecided;
        if (scheme is null) return Scheme.Missing;
        if (holder is null) return Person.Missing;
        if (holder.IsErased) return Person.Erased;
        if (by.Organisation != issued.Document.Issuer) return IssueCredential.OtherBody;
        if ((renewed.Settled ?? Untimely(renewed, renewal, scheme, today)) is { } refused) return refused;
        if ((Unfit(issued, results, completions, awards, by) ?? Unmet(renewed, scheme, results, completions, awards, today)) is { } unfit) return unfit;
        return new CertificationDecided(issued.Person, Decision.RenewalOf(issued.Decision, Results, Completions, Awards), issued.Scheme, by.Organisation, Ruling,
            Results, Completions, by.Person, today, Awards is { Count: > 0 } ? Awards : null, issued.Decision);
    }

    private static Rejection? Untimely(Credential renewed, Credential? renewal, Scheme scheme, DateOnly today)
    {
        if (scheme.Established.Renewal is not { } rules || renewed.Issued.ValidUntil is not { } last) return NotRenewable;
        if (renewal is not null) return AlreadyRenewed;
        return today < rules.OpensOn(last) ? TooEarly : today > rules.ClosesOn(last) ? TooLate : null;
    }

    private Rejection? Unfit(CredentialIssued issued, IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, IReadOnlyCollection<Award> awards, Actor by)
    {
        Guid[] named = [.. Results, .. Completions, .. Awards ?? []];
        if (named.Length == 0 || named.Distinct().Count() != named.Length) return DecideCertification.BadEvidence;
        return DecideCertification.Refusal(issued.Person, (Results, Completions, Awards), results, completions, awards, by)
            ?? (results.All(r => IsAnew(r.Declared.AssessedOn, issued.ValidFrom)) && completions.All(c => IsAnew(c.Recorded.CompletedOn, issued.ValidFrom))
                && awards.All(a => IsAnew(a.Accepted.AwardedOn, issued.ValidFrom)) ? null : OldEvidence);
    }

    // A refusal asks for nothing; while the credential is suspended the reason for that is settled before another one is promised.
    private Rejection? Unmet(Credential renewed, Scheme scheme, IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, IReadOnlyCollection<Award> awards, DateOnly today) =>
        Ruling is Ruling.Refused ? null
        : renewed.IsSuspended ? Credentials.Credential.NotWhileSuspended
        : scheme.RenewalMetBy(results, completions, awards, today, renewed.Issued.ValidFrom) ? null : DecideCertification.RequirementsNotMet;
}
