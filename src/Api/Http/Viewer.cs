using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Http;

/// <summary>A read model's row as it is shown: judged at one moment, by what was recorded up to another.</summary>
public sealed record Shown<T>(T? Row, DateOnly Day, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence) where T : class;

/// <summary>Answers with what is recorded; what concerns a person, only to whom that person's record is in reach.</summary>
public sealed class Viewer(Reach reach, EventReader events, ReadModelReader models, TimeProvider clock)
{
    /// <summary>Show a stream's state, folded from its events, to whoever got through the gate.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="missing">The answer when it has no events.</param>
    /// <param name="show">Makes the view.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> State<TState>(Guid stream, Rejection missing, Func<TState, object> show, CancellationToken token) where TState : class, IEvolve<TState> =>
        await events.Fold<TState>(stream, token) is { } found ? Results.Ok(show(found)) : Problem.Of(missing);

    /// <summary>Show a stream's state that concerns one person.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="missing">The answer when it has no events, or is out of the caller's reach.</param>
    /// <param name="subject">Whom it concerns.</param>
    /// <param name="show">Makes the view.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> Personal<TState>(Guid stream, Rejection missing, Func<TState, Guid> subject, Func<TState, Task<object>> show, CancellationToken token)
        where TState : class, IEvolve<TState>
    {
        var found = await events.Fold<TState>(stream, token);
        return await Refusal(found is null ? null : subject(found), missing, token) ?? Results.Ok(await show(found!));
    }

    /// <inheritdoc cref="Personal{TState}(Guid, Rejection, Func{TState, Guid}, Func{TState, Task{object}}, CancellationToken)"/>
    public Task<IResult> Personal<TState>(Guid stream, Rejection missing, Func<TState, Guid> subject, Func<TState, object> show, CancellationToken token)
        where TState : class, IEvolve<TState> => Personal<TState>(stream, missing, subject, state => Task.FromResult(show(state)), token);

    /// <summary>Show a row of a read model that concerns one person, at the moments asked for.</summary>
    /// <param name="id">The row.</param>
    /// <param name="about">The events that can concern it.</param>
    /// <param name="missing">The answer when there are none up to then, none of the right kind, or the person is out of the caller's reach.</param>
    /// <param name="at">The request's parameters.</param>
    /// <param name="subject">Whom it concerns; null when there is nothing to show.</param>
    /// <param name="show">Makes the view.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> Personal<T>(Guid id, EventSelection about, Rejection missing, (string? AsOf, string? KnownAt) at,
        Func<Shown<T>, Guid?> subject, Func<Shown<T>, object> show, CancellationToken token) where T : class, IReadModel<T>
    {
        var (moments, malformed) = Moments.Of(at.AsOf, at.KnownAt, clock);
        if (moments is null) return malformed!;
        var shown = await models.Read<T>(id, about, moments.KnownAt, token) is { } known
            ? new Shown<T>(known.Row, moments.Day, moments.AsOf, known.KnownAt, known.Sequence) : null;
        return await Refusal(shown is null ? null : subject(shown), missing, token) ?? Results.Ok(show(shown!));
    }

    /// <summary>The answer to somebody out of whose reach a person's record is; null for who may see it.</summary>
    public async Task<IResult?> Refusal(Guid? subject, Rejection missing, CancellationToken token) => (await reach.To(subject, missing, token)).Refusal;
}
