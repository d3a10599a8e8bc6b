using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.People;

/// <summary>Seals a registration and stores the person's key and lookup with it.</summary>
public sealed class Registrar(MasterKeys masters, PersonKeys keys, NationalIds nationalIds)
{
    /// <summary>Seal, decide, and queue the key and the lookup when a person is to be recorded.</summary>
    public async Task<Outcome> Decide(Deciding<Person> deciding, Guid person, RegisterPersonEndpoint.Body body, CancellationToken token)
    {
        // Asked each time: another process may have replaced the key, and nothing can be stored under the old one.
        var master = await masters.Reload(token);
        var known = (await nationalIds.Find([body.NationalId], master, token)).Values.Cast<Guid?>().FirstOrDefault();
        var key = await keys.Get(person, token) ?? PersonKey.New(person);
        var outcome = Seal(person, body, key).Decide(deciding.State, known);
        if (outcome.Events.Count == 0) return outcome;
        Keep(deciding.Work, body.NationalId, key, master);
        return outcome;
    }

    /// <summary>Keep a new person's key and lookup in the transaction that records them.</summary>
    public static void Keep(UnitOfWork work, string nationalId, PersonKey key, MasterKey master)
    {
        PersonKeys.Store(work.Session, key, master);
        NationalIds.Store(work.Session, nationalId, key.Person, master);
    }

    /// <summary>The command with everything personal sealed under the person's key.</summary>
    public static RegisterPerson Seal(Guid person, RegisterPersonEndpoint.Body body, PersonKey key) => new(person,
        key.Seal<PersonRegistered, PersonName>("name", body.Name),
        key.Seal<PersonRegistered, string>("nationalId", body.NationalId), body.Personnel, body.Synthetic);
}
