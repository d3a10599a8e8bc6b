using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>Registers a person: checks the digits, seals name and national id, and keeps the keyed lookup in the same transaction.</summary>
public static class RegisterPersonEndpoint
{
    /// <summary>What is asked. The national id never comes back out of the API and stands in no URL.</summary>
    public sealed record Body(PersonName Name, string NationalId, Personnel Personnel, bool Synthetic = false) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new PersonName("นางสาวสมมติ ใจดี", "Sommut Jaidee"), "1234567890121", Personnel.CivilServant, Synthetic: true);
    }

    /// <summary>Make a person known under an id that the caller chose at random.</summary>
    [WolverinePut("/api/people/{personId:guid}"), Gives<RegisterPerson>]
    public static async Task<IResult> Put(Guid personId, Body body, Recorder recorder, Registrar registrar, CancellationToken token)
    {
        if ((RegisterPerson.Flaw(body.Name) ?? RegisterPerson.Flaw(body.NationalId)) is { } flaw) return Problem.Of(flaw);
        return await recorder.Record<RegisterPerson, Person>(personId, $"/api/people/{personId}",
            d => registrar.Decide(d, personId, body, token), token);
    }
}
