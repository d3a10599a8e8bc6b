using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Http;

/// <summary>A read model's row as it is shown: judged at one moment, by what was recorded up to another, and what was recorded since where a moment was asked for.</summary>
public sealed record Shown<T>(T? Row, DateOnly Day, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence, Hindsight<T>? Hindsight) where T : class, IReadModel<T>
{
    /// <summary>The row by everything recorded so far: by it is decided whose record it is, so that a moment before the first event has an answer.</summary>
    public T? Latest => Hindsight is null ? Row : Hindsight.Now;
}

/// <summary>
/// Answers with what is recorded; what concerns a person, only to whom that person's record is in reach, and not before it is
/// recorded who was shown it. Nothing personal is answered any other way.
/// </summary>
public sealed class Viewer(IHttpContextAccessor http, Reach reach, Accesses accesses, EventReader events, ReadModelReader models, TimeProvider clock)
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
        return await Open(found is null ? null : subject(found), stream, missing, async () => Results.Ok(await show(found!)), token);
    }

    /// <inheritdoc cref="Personal{TState}(Guid, Rejection, Func{TState, Guid}, Func{TState, Task{object}}, CancellationToken)"/>
    public Task<IResult> Personal<TState>(Guid stream, Rejection missing, Func<TState, Guid> subject, Func<TState, object> show, CancellationToken token)
        where TState : class, IEvolve<TState> => Personal<TState>(stream, missing, subject, state => Task.FromResult(show(state)), token);

    /// <summary>Show a stream's state that concerns one person, as it was known at a moment.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="missing">The answer when it has no events up to now, or is out of the caller's reach.</param>
    /// <param name="at">The request's parameters, at least one of them given.</param>
    /// <param name="subject">Whom it concerns, by what is known now.</param>
    /// <param name="show">Makes the view.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> PersonalAt<TState>(Guid stream, Rejection missing, (string? AsOf, string? KnownAt) at, Func<TState, Guid> subject,
        Func<Moments, Hindsight<TState>, Task<object>> show, CancellationToken token) where TState : class, IEvolve<TState>
    {
        var (moments, malformed) = Moments.Of(at.AsOf, at.KnownAt, clock);
        if (moments is null) return malformed!;
        var seen = await models.State<TState>(stream, moments.KnownAt ?? clock.GetUtcNow(), token);
        return await Open(seen is null ? null : subject(seen.Now!), stream, missing, async () => Results.Ok(await show(moments, seen!)), token);
    }

    /// <summary>Show a row of a read model that concerns one person, at the moments asked for.</summary>
    /// <param name="id">The row.</param>
    /// <param name="about">The events that can concern it.</param>
    /// <param name="missing">The answer when there are none up to now, none of the right kind, or the person is out of the caller's reach.</param>
    /// <param name="at">The request's parameters.</param>
    /// <param name="subject">Whom it concerns; null when there is nothing to show.</param>
    /// <param name="show">Makes the view.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> Personal<T>(Guid id, EventSelection about, Rejection missing, (string? AsOf, string? KnownAt) at,
        Func<Shown<T>, Guid?> subject, Func<Shown<T>, Task<object>> show, CancellationToken token) where T : class, IReadModel<T>
    {
        var (moments, malformed) = Moments.Of(at.AsOf, at.KnownAt, clock);
        if (moments is null) return malformed!;
        var shown = await models.Read<T>(id, about, moments.KnownAt, token) is { } known
            ? new Shown<T>(known.Row, moments.Day, moments.AsOf, known.KnownAt, known.Sequence, known.Hindsight) : null;
        return await Open(shown is null ? null : subject(shown), id, missing, async () => Results.Ok(await show(shown!)), token);
    }

    /// <inheritdoc cref="Personal{T}(Guid, EventSelection, Rejection, ValueTuple{string, string}, Func{Shown{T}, Guid?}, Func{Shown{T}, Task{object}}, CancellationToken)"/>
    public Task<IResult> Personal<T>(Guid id, EventSelection about, Rejection missing, (string? AsOf, string? KnownAt) at,
        Func<Shown<T>, Guid?> subject, Func<Shown<T>, object> show, CancellationToken token) where T : class, IReadModel<T> =>
        Personal<T>(id, about, missing, at, subject, shown => Task.FromResult(show(shown)), token);

    /// <summary>Forget under which duty the gate let the request in: to be entitled to an act says nothing of whose records one may read, so that what a page shows beside a form is asked for anew.</summary>
    public void AskAnew() => http.HttpContext!.Features.Set<Actor>(null);

    /// <summary>Answer with something of a person's record, once it is recorded that somebody else was shown it; a refusal shows nothing and is not.</summary>
    /// <param name="subject">Whose record it is; null when there is none.</param>
    /// <param name="resource">The stream that was asked for.</param>
    /// <param name="missing">The answer when there is none, or it is out of the caller's reach.</param>
    /// <param name="answer">Makes the answer, for whoever may have it.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> Open(Guid? subject, Guid resource, Rejection missing, Func<Task<IResult>> answer, CancellationToken token)
    {
        var (context, by) = (http.HttpContext!, http.HttpContext!.Features.Get<Actor>());
        // Where the gate has not decided under which duty they come, it follows from whose record it is.
        if (by is null && await reach.To(subject, missing, token) is var (reader, refusal) && (by = reader) is null) return refusal!;
        if (subject is not { } person) return Problem.Of(missing);
        var made = await answer();
        if (made is IStatusCodeHttpResult { StatusCode: >= 400 } || by.Person == person) return made;
        // An endpoint that does not say what it shows of a person shows people their own record and no other.
        var view = context.GetEndpoint()?.Metadata.GetMetadata<Need>()?.View ?? throw new InvalidOperationException("The endpoint does not say what it shows of a person.");
        return await accesses.Opened(by, person, view, resource, token) ?? made;
    }

    /// <summary>Answer with a list of persons, once it is recorded that it was shown; an empty one shows nobody and is not.</summary>
    /// <param name="by">Who sees it, and under which duty.</param>
    /// <param name="list">Code of the list, stored in every access record and never changed.</param>
    /// <param name="query">What was asked, in codes and ids; never words about a person.</param>
    /// <param name="rows">One a person.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> List<T>(Actor by, string list, string query, IReadOnlyList<T> rows, CancellationToken token) =>
        await List(by, list, query, rows.Count, rows, token);

    /// <inheritdoc cref="List{T}(Actor, string, string, IReadOnlyList{T}, CancellationToken)"/>
    /// <param name="by">Who sees it, and under which duty.</param>
    /// <param name="list">Code of the list, stored in every access record and never changed.</param>
    /// <param name="query">What was asked, in codes and ids; never words about a person.</param>
    /// <param name="count">How many persons it shows.</param>
    /// <param name="answer">What holds the list.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> List(Actor by, string list, string query, int count, object answer, CancellationToken token) =>
        (count == 0 ? null : await accesses.Listed(by, list, query, count, token)) ?? Results.Ok(answer);
}
