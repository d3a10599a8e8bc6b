using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>A person's requests to erase their data, and what was decided.</summary>
/// <param name="Person">The person.</param>
/// <param name="Erased">Whether the data was erased.</param>
/// <param name="Exports">Every export ever made, of which copies may lie elsewhere.</param>
/// <param name="Requests">Each request, in the order of recording.</param>
public sealed record ErasuresView(Guid Person, bool Erased, IReadOnlyList<Guid> Exports, IReadOnlyList<ErasuresView.Request> Requests)
{
    /// <summary>One request; remarks are null where there are none or the data was erased.</summary>
    public sealed record Request(Guid Erasure, Guid RequestedBy, DateOnly DueOn, string? Remark, bool Granted, KeepingGround? RefusedOn, string? RefusalRemark, Guid? DecidedBy);

    /// <summary>Show what was asked and decided, to the person and to who decides.</summary>
    [WolverineGet("/api/people/{personId:guid}/erasures"), OwnOr<GrantErasure>("erasures")]
    public static Task<IResult> Get(Guid personId, Viewer viewer, Sealer sealer, PersonExports exports, CancellationToken token) =>
        viewer.Personal<Person>(personId, Domain.People.Person.Missing, p => p.Id, async person =>
        {
            var requests = new List<Request>();
            foreach (var erasure in person.Erasures) requests.Add(await Of(erasure, sealer, token));
            return (object)new ErasuresView(personId, person.IsErased, await exports.Of(personId, token), requests);
        }, token);

    private static async Task<Request> Of(Erasure e, Sealer sealer, CancellationToken token) => new(e.Requested.Erasure, e.Requested.RequestedBy, e.Requested.DueOn,
        await sealer.OpenRemark<ErasureRequested>(e.Requested.Remark, token), e.Granted is not null, e.Refused?.Ground,
        await sealer.OpenRemark<ErasureRefused>(e.Refused?.Remark, token), e.Granted?.DecidedBy ?? e.Refused?.DecidedBy);
}
