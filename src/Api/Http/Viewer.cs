using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Http;

/// <summary>A read model's row as it is shown: judged at one moment, by what was recorded up to another.</summary>
public sealed record Shown<T>(T? Row, DateOnly Day, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence) where T : class;

/// <summary>Answers who may read records with what is recorded; nothing of it is to be kept by anybody in between.</summary>
public sealed class Viewer(IHttpContextAccessor http, WhoActs who, EventReader events, ReadModelReader models, TimeProvider clock)
{
    /// <summary>Show a stream's state, folded from its events.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="missing">The answer when it has no events.</param>
    /// <param name="show">Makes the view.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> State<TState>(Guid stream, Rejection missing, Func<TState, Task<object>> show, CancellationToken token)
        where TState : class, IEvolve<TState> =>
        Refusal() ?? (await events.Fold<TState>(stream, token) is { } found ? Results.Ok(await show(found)) : Problem.Of(missing));

    /// <inheritdoc cref="State{TState}(Guid, Rejection, Func{TState, Task{object}}, CancellationToken)"/>
    public Task<IResult> State<TState>(Guid stream, Rejection missing, Func<TState, object> show, CancellationToken token) where TState : class, IEvolve<TState> =>
        State<TState>(stream, missing, state => Task.FromResult(show(state)), token);

    /// <summary>Show a row of a read model at the moments asked for.</summary>
    /// <param name="id">The row.</param>
    /// <param name="about">The events that can concern it.</param>
    /// <param name="missing">The answer when there are none up to then, or none of the right kind.</param>
    /// <param name="at">The request's parameters.</param>
    /// <param name="show">Makes the view; null when there is nothing to show.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> Model<T>(Guid id, EventSelection about, Rejection missing, (string? AsOf, string? KnownAt) at, Func<Shown<T>, object?> show, CancellationToken token)
        where T : class, IReadModel<T>
    {
        if (Refusal() is { } refusal) return refusal;
        var (moments, malformed) = Moments.Of(at.AsOf, at.KnownAt, clock);
        if (moments is null) return malformed!;
        return await models.Read<T>(id, about, moments.KnownAt, token) is { } known
            && show(new(known.Row, moments.Day, moments.AsOf, known.KnownAt, known.Sequence)) is { } view ? Results.Ok(view) : Problem.Of(missing);
    }

    /// <summary>The answer to somebody who may not read records; null for who may.</summary>
    public IResult? Refusal()
    {
        http.HttpContext?.Response.Headers.CacheControl = "no-store";
        return who.Under(Duties.ReadRecords).Refusal;
    }
}
