using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Reading;
using Npgsql;

namespace CredentialLedger.Api.Http;

/// <summary>
/// Whose records somebody can see: their own, their staff's by the posts that both hold, and under the duty to read records, a party
/// and an auditor everybody's, an accredited organisation those of persons who hold a post in it or of whom it recorded something.
/// </summary>
public sealed class Reach(SignedIn signedIn, WhoActs who, EventReader events, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Under what authority the caller sees a person's record, or the answer that refuses. A person out of reach is answered like one who does not exist.</summary>
    /// <param name="subject">Whose record it is; null when there is none.</param>
    /// <param name="missing">The answer when it does not exist.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<(Actor? By, IResult? Refusal)> To(Guid? subject, Rejection missing, CancellationToken token)
    {
        var (principal, stranger) = signedIn.Who();
        if (principal is not { Id: var caller }) return (null, stranger);
        if (subject == caller) return (Own(caller), null);
        var readers = await who.Entitled(caller, Duties.ReadRecords, token);
        if (readers.Count == 0)
            return subject is { } staff && await Supervising(caller, staff, token) is { } supervisor ? (supervisor, null) : (null, await who.Missing(Duties.ReadRecords, token));
        if (subject is not { } id) return (null, Problem.Of(missing));
        var able = new List<Actor>();
        foreach (var reader in readers)
        {
            if (await Concerns(reader, id, token)) able.Add(reader);
        }
        if (able.Count == 0) return await Supervising(caller, id, token) is { } supervisor ? (supervisor, null) : (null, Problem.Of(missing));
        return await who.Choose(able, Duties.ReadRecords, token);
    }

    /// <summary>Somebody who acts on what is their own.</summary>
    public static Actor Own(Guid person) => new(person, "holder", Duties.OwnRecord.Code, "own");

    private async Task<Actor?> Supervising(Guid caller, Guid staff, CancellationToken token)
    {
        if (await events.Fold<Person>(caller, token) is not { } supervisor || await events.Fold<Person>(staff, token) is not { } subordinate) return null;
        return supervisor.Supervises(subordinate, clock.ThaiToday()) is { } post ? new(caller, post.Agency, Duties.Supervise.Code, $"post:{post.Post}") : null;
    }

    private async Task<bool> Concerns(Actor reader, Guid subject, CancellationToken token)
    {
        if (reader.Organisation == Entitlements.Auditors || await who.IsParty(reader.Organisation, token)) return true;
        await using var command = database.CreateCommand("""
            select exists (select from ledger.mt_events e where e.data ->> 'person' = $1 and e.headers -> 'actor' ->> 'organisation' = $2)
            """);
        command.Parameters.Add(new() { Value = subject.ToString("D") });
        command.Parameters.Add(new() { Value = reader.Organisation });
        if ((bool)(await command.ExecuteScalarAsync(token))!) return true;
        return await events.Fold<Person>(subject, token) is { } person && person.PostsOn(clock.ThaiToday()).Any(p => p.Agency == reader.Organisation);
    }
}
