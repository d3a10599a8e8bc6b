using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Accepts a person's foreign award under a recognised equivalence.</summary>
public static class AcceptAwardEndpoint
{
    /// <summary>The award's number is no plain line of text of up to 100 characters.</summary>
    public static readonly Rejection BadNumber = new("award.bad-number", RejectionKind.Invalid, "number");

    /// <summary>What is asked: whose award it is, its own number, and what proves it.</summary>
    public sealed record Body(Guid Person, Guid Equivalence, string Number, DateOnly AwardedOn, Evidence Evidence) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("a0000000-0000-4000-8000-000000000001"), new("b1000000-0000-4000-8000-000000000001"), "TH-0012345", new(2025, 6, 15),
            new(EvidenceKind.Transcript, "AW-2569/12", new string('c', 64)));
    }

    /// <summary>Accept an award under an id that the caller chose.</summary>
    [WolverinePut("/api/awards/{awardId:guid}"), Gives<AcceptAward>]
    public static Task<IResult> Put(Guid awardId, Body body, Recorder recorder, Sealer sealer, MasterKeys masters, AwardNumbers numbers, CancellationToken token) =>
        recorder.Record<AcceptAward, Award>(awardId, $"/api/awards/{awardId}", async d =>
        {
            if (!PlainText.IsCode(body.Number)) return BadNumber;
            await d.Work.Load([body.Person, body.Equivalence], token);
            var person = await d.Work.Fold<Person>(body.Person, token);
            var number = await sealer.Text<AwardAccepted>("number", person?.Id, body.Number, token);
            var equivalence = await d.Work.Fold<Equivalence>(body.Equivalence, token);
            // Asked each time: another process may have replaced the key, and nothing can be stored under the old one.
            var master = await masters.Reload(token);
            var qualification = equivalence?.Recognised.Terms.Qualification;
            // This very award, where the same command was carried out meanwhile: that is a repeat, which the append will find.
            var known = qualification is not null && await numbers.Find(qualification, body.Number, master, token) is { } other && other != awardId ? other : (Guid?)null;
            var outcome = new AcceptAward(awardId, body.Person, body.Equivalence, number, body.AwardedOn, body.Evidence).Decide(d.State, person, equivalence, known, d.By, d.Today);
            if (outcome.Events is [AwardAccepted accepted]) AwardNumbers.Store(d.Work.Session, qualification!, body.Number, accepted, master);
            return outcome;
        }, token);
}
