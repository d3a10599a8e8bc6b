using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>Records that a person has another name. Credentials that were signed before keep the old one until they are replaced.</summary>
public static class ChangeNameEndpoint
{
    /// <summary>What is asked: the whole new name, since when, and what proves it.</summary>
    public sealed record Body(PersonName Name, DateOnly From, Evidence Evidence) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new PersonName("นางสาวสมมติ ใจงาม", "Sommut Jaingam"), new DateOnly(2026, 10, 12), new Evidence(EvidenceKind.CivilRegistration, "ช.3/2569-114", null));
    }

    /// <summary>Give a person another name from a day on.</summary>
    [WolverinePut("/api/people/{personId:guid}/name"), Gives<ChangeName>]
    public static async Task<IResult> Put(Guid personId, Body body, Recorder recorder, Sealer sealer, CancellationToken token)
    {
        if (RegisterPerson.Flaw(body.Name) is { } flaw) return Problem.Of(flaw);
        return await recorder.Record<ChangeName, Person>(personId, $"/api/people/{personId}", async d =>
        {
            if (d.State is not { } person) return Person.Missing;
            if (await sealer.KeyOf(personId, token) is not { } key) return Person.Erased;
            return new ChangeName(key.Seal<PersonRenamed, PersonName>("name", body.Name), body.From, body.Evidence).Decide(person, key.NameOf(person) == body.Name, d.By, d.Today);
        }, token);
    }
}
