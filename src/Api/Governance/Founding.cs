using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using Npgsql;

namespace CredentialLedger.Api.Governance;

/// <summary>Founds a ledger: records the agreement and registers the people who are named with it, in one transaction, once, in an empty ledger.</summary>
public sealed class Founding(UnitOfWork work, Registrar registrar, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Whether an agreement was recorded.</summary>
    public async Task<bool> IsDone(CancellationToken token) => await work.Fold<Agreement>(Agreement.TheId, token) is not null;

    /// <summary>Found the ledger from a file.</summary>
    /// <returns>What was recorded.</returns>
    /// <exception cref="FoundingProblem">It was refused, and nothing was recorded.</exception>
    public async Task<AgreementSigned> Run(string path, CancellationToken token)
    {
        var (file, digest) = FoundingFile.Read(path);
        if (Flaw(file) is { } flaw) throw flaw;
        // In this order: what is found not empty by another founding is then found to be founded.
        var empty = await IsEmpty(token);
        var agreement = await work.Fold<Agreement>(Agreement.TheId, token);
        var (of, people) = (file.Agreement, file.People.Select(p => p.Id).ToHashSet());
        var outcome = new FoundLedger(of.TitleTh, of.TitleEn, of.SignedOn, digest, of.TextSha256, file.Parties, file.Mandates)
            .Decide(agreement, empty, people, clock.ThaiToday());
        // A founding is no request that may get lost: also the same file again is somebody's mistake.
        if (outcome.Rejection is { } rejection) throw new FoundingProblem(rejection, path);
        if (outcome.Events is not [AgreementSigned signed]) throw new FoundingProblem(FoundLedger.AlreadyFounded, path);
        await Record(file, signed, token);
        return signed;
    }

    private async Task Record(FoundingFile file, AgreementSigned signed, CancellationToken token)
    {
        var command = Guid.CreateVersion7(clock.GetUtcNow());
        var by = new Actor(signed.Parties[0].Representative, signed.Parties[0].Code, FoundLedger.Needs.Code, FoundLedger.Authority);
        await work.Load([.. file.People.Select(p => p.Id)], token);
        work.Append(Agreement.TheId, [signed], by, command);
        foreach (var person in file.People)
        {
            var deciding = new Deciding<Person>(await work.Fold<Person>(person.Id, token), by, clock.ThaiToday(), work);
            var outcome = await registrar.Decide(deciding, person.Id, new(person.Name, person.NationalId, person.Personnel, person.Synthetic), token);
            if (outcome.Rejection is { } rejection) throw new FoundingProblem(rejection, person.Id.ToString());
            work.Append(person.Id, outcome.Events, by, Ids.Derive("founding", command.Key(), person.Id.Key()));
        }
        try
        {
            await work.Save(token);
        }
        catch (Exception e) when (Conflicts.Of(e) is { Kind: RejectionKind.Conflict })
        {
            // The ledger was empty when this began: whoever was faster has founded it.
            throw new FoundingProblem(FoundLedger.AlreadyFounded, Agreement.TheId.ToString());
        }
    }

    private static FoundingProblem? Flaw(FoundingFile file)
    {
        if (file.People.DistinctBy(p => p.Id).Count() != file.People.Count || file.People.DistinctBy(p => p.NationalId).Count() != file.People.Count)
            return new(FoundingProblem.ListedTwice, "people");
        return file.People.Select(p => (RegisterPerson.Flaw(p.Name) ?? RegisterPerson.Flaw(p.NationalId)) is { } flaw ? new FoundingProblem(flaw, p.Id.ToString()) : null)
            .FirstOrDefault(problem => problem is not null);
    }

    private async Task<bool> IsEmpty(CancellationToken token)
    {
        await using var command = database.CreateCommand("select not exists (select from ledger.mt_events)");
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }
}
