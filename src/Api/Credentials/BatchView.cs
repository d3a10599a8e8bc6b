using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>How far a batch is: shown to whoever issues for its body, and to auditors. It names decisions, and nobody.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Body">The body that issues.</param>
/// <param name="OrderedBy">Who ordered it.</param>
/// <param name="OrderedAt">When.</param>
/// <param name="Ordered">How many decisions it has.</param>
/// <param name="Issued">How many credentials it released.</param>
/// <param name="IssuedBefore">How many decisions had theirs already.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Remaining">How many wait.</param>
/// <param name="Rests">Whether nothing goes on, because whoever it goes on for may not issue for the body any more: a colleague may take it over.</param>
/// <param name="LastAt">When the last of what is shown was recorded.</param>
/// <param name="Finished">Whether all were dealt with.</param>
/// <param name="Refusals">Each decision that was refused, with the code that the single command would have answered.</param>
/// <param name="InNameOf">In whose name it goes on: who ordered it, or the last who took it over.</param>
/// <param name="Withdrawn">Whether it was ended before all were dealt with.</param>
public sealed record BatchView(Guid Id, string Body, Guid OrderedBy, DateTimeOffset OrderedAt, int Ordered, int Issued, int IssuedBefore, int Refused, int Remaining,
    bool Rests, DateTimeOffset LastAt, bool Finished, IReadOnlyList<BatchRefusal> Refusals, Guid InNameOf, bool Withdrawn)
{
    /// <summary>Show how far a batch is.</summary>
    [WolverineGet("/api/batches/{batchId:guid}"), SignedIn]
    public static async Task<IResult> Get(Guid batchId, WhoActs who, SignedIn signedIn, EventReader events, CancellationToken token)
    {
        var (principal, stranger) = signedIn.Who();
        if (principal is not { Id: var caller }) return stranger!;
        object? state = null;
        var (first, last) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        await foreach (var e in events.Read(new() { Stream = batchId }, token))
            (state, first, last) = (Aggregates.Next(state, e.Data), e.Version == 1 ? e.At : first, e.At);
        if (state is not CredentialBatch { Ordered: var o } batch) return Problem.Of(CredentialBatch.Missing);
        if (!await Issues(caller, o.Body) && (await who.Entitled(caller, Duties.Audit, token)).Count == 0) return Problem.Of(CredentialBatch.Missing);
        return Results.Ok(new BatchView(batchId, o.Body, o.OrderedBy, first, o.Decisions.Count, batch.Issued, batch.IssuedBefore, batch.Refused.Count, batch.Remaining,
            batch.IsOpen && !await Issues(batch.InNameOf, o.Body), last, batch.IsFinished, batch.Refused, batch.InNameOf, batch.IsWithdrawn));

        async Task<bool> Issues(Guid person, string body) => (await who.Entitled(person, Duties.IssueCredentials, token)).Any(a => a.Organisation == body);
    }
}
