using System.Text.Json;
using CredentialLedger.Api.AsOf;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Verification;

/// <summary>
/// Verifies a document as of a moment: with the verifier's own checks, and in place of a status list of then, which a published list of
/// now cannot replace, with the standing, the authority and the framework that the ledger's events had recorded by then.
/// </summary>
public sealed class PastVerification(CredentialVerification verification, ReadModelReader models, EventReader events, AuthorityCache authority, TimeProvider clock)
{
    private const string Format = "credentialledger-past-verdict-1";

    /// <summary>The answer as of a moment that has come.</summary>
    /// <param name="document">The document.</param>
    /// <param name="verdict">The verifier's own, as of that moment (<see cref="CredentialVerification.Then"/>).</param>
    /// <param name="token">Ends it.</param>
    public async Task<PastVerdict> Of(ReadOnlyMemory<byte> document, Verdict verdict, CancellationToken token)
    {
        var at = verdict.At;
        var today = await verification.Of(document, at, token);
        var own = JsonSerializer.Deserialize<JsonElement>(verdict.ToJson());
        // Whose document it is, is known by all keys: one that was registered later signed nothing before.
        if (today.Content is not { } content || !Passed(today, "issuer")
            || await models.Look<CredentialStanding>(content.Id, new() { Stream = content.Id }, at, token) is not { Now: not null } seen)
            return new(Format, PastVerdict.Name(verdict.Overall), at, 0, [], null, null, null, null, own, null);

        var past = new PastAuthority(authority, events);
        var issued = await First<CredentialIssued>(content.Id, at, token);
        var decided = issued is { Data: CredentialIssued { Decision: var decision } } ? await First<CertificationDecided>(decision, at, token) : null;
        var (deciding, issuing) = (decided is null ? null : await past.Of(decided, at, token), issued is null ? null : await past.Of(issued, at, token));
        var framework = await First<FrameworkVersionImported>(FrameworkVersion.IdOf(content.Achievement.Framework), at, token);
        PastCheck[] checks =
        [
            Standing(content, seen.Then, at.ThaiDay()), Entitled("deciding", deciding), Entitled("issuing", issuing),
            PastCheck.Of("framework", framework is null ? CheckResult.Unknown : CheckResult.Passed, framework is null ? "not-recorded" : "known"),
        ];
        var later = seen.Changes(row => Standing(content, row, at.ThaiDay())).Concat(await past.Since(content.Issuer.Code, [.. new[] { decided, issued }.OfType<Recorded>()], SigningKey.IdOf(content.Issuer.KeyId), at, token))
            .Concat(await LaterVersions(content.Achievement, framework, at, token)).OrderBy(e => e.Sequence).Select(LaterEvent.Of);
        var now = Sum(today, [Standing(content, seen.Now, at.ThaiDay()), .. checks[1..]]);
        return new(Format, Sum(verdict, checks), at, seen.Sequence, checks, deciding, issuing, await past.Body(content.Issuer.Code, at, token),
            framework is null ? null : new(content.Achievement.Framework, framework.At), own, new(clock.GetUtcNow(), seen.LastSequence, now, [.. later]));
    }

    // The verifier's status check judges a list, and its log check a proof that may be younger than the moment; what the ledger's own
    // events say of the same questions stands in their place. A proof that is wrong stays wrong.
    private static string Sum(Verdict verdict, PastCheck[] checks)
    {
        var others = verdict.Checks.Where(c => c.Name != "status" && c is not { Name: "log", Result: CheckResult.Unknown }).ToArray();
        return PastVerdict.Name(others.Any(c => c.Result is CheckResult.Failed) || checks.Any(c => c.Result == "failed") ? Overall.Invalid
            : others.All(c => c.Result is CheckResult.Passed) && checks.All(c => c.Result == "passed") ? Overall.Valid
            : Overall.Undetermined);
    }

    /// <summary>How a credential stands on a day by what is recorded of it, if it is the one that the document says.</summary>
    internal static PastCheck Standing(CredentialContent content, CredentialStanding? row, DateOnly day) => row is null ? PastCheck.Of("standing", CheckResult.Unknown, "not-recorded")
        : row.Document.Number != content.Number || row.Document.StatusList != content.Status.List.AbsoluteUri || row.Document.StatusIndex != content.Status.Index
            ? PastCheck.Of("standing", CheckResult.Failed, "other-document")
        : row.On(day) switch
        {
            Projections.Credentials.Standing.Valid => PastCheck.Of("standing", CheckResult.Passed, "valid"),
            Projections.Credentials.Standing.Revoked => PastCheck.Of("standing", CheckResult.Failed, "revoked"),
            Projections.Credentials.Standing.Replaced => PastCheck.Of("standing", CheckResult.Failed, "replaced"),
            Projections.Credentials.Standing.Suspended => PastCheck.Of("standing", CheckResult.Failed, "suspended"),
            Projections.Credentials.Standing.Expired => PastCheck.Of("standing", CheckResult.Failed, "expired"),
            _ => PastCheck.Of("standing", CheckResult.Failed, "not-yet-valid"),
        };

    private static PastCheck Entitled(string name, PastAct? act) => act switch
    {
        null => PastCheck.Of(name, CheckResult.Unknown, "not-recorded"),
        { Entitled: true } => PastCheck.Of(name, CheckResult.Passed, "entitled"),
        _ => PastCheck.Of(name, CheckResult.Failed, "not-entitled"),
    };

    private static bool Passed(Verdict verdict, string check) => verdict.Checks.Any(c => c.Name == check && c.Result is CheckResult.Passed);

    private async Task<Recorded?> First<TEvent>(Guid stream, DateTimeOffset at, CancellationToken token) =>
        await events.Read(new() { Stream = stream, RecordedUpTo = at, First = 1 }, token).FirstOrDefaultAsync(token) is { Data: TEvent } first ? first : null;

    // A version never changes and names no successor: a later one that holds the same unit is told, and changes no answer.
    private async Task<IReadOnlyList<Recorded>> LaterVersions(Achievement achievement, Recorded? framework, DateTimeOffset at, CancellationToken token) =>
        await events.Read(new() { Frameworks = true, After = framework?.Sequence }, token)
            .Where(e => e.At > at && e.Data is FrameworkVersionImported later && later.Items.Any(i => i.Code == achievement.Unit)).ToListAsync(token);
}
