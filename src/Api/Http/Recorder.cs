using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Http;

/// <summary>What a decider is given: the state of the stream that it writes, who acts, today in Thailand, and other states to read.</summary>
public sealed record Deciding<TState>(TState? State, Actor By, DateOnly Today, UnitOfWork Work) where TState : class;

/// <summary>The answer to a recorded command.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Recorded">How many events this request added; 0 for a repeat.</param>
public sealed record Receipt(Guid Id, long Version, int Recorded);

/// <summary>Carries one command from the request to the ledger, under the duty that the gate found: once, decide, append, answer.</summary>
public sealed class Recorder(UnitOfWork work, IHttpContextAccessor http, CommandIds commands, AuthorityCache authority, TimeProvider clock)
{
    /// <summary>The command id was given before to a command on another stream: nothing of this one would be recorded.</summary>
    public static readonly Rejection OtherCommand = new("ledger.other-command", RejectionKind.Conflict, CommandIds.Header);

    /// <summary>The caller chose the UUID of nothing but zeros, which is no id.</summary>
    public static readonly Rejection NoId = new("ledger.no-id", RejectionKind.Invalid);

    /// <summary>Record what the command's decider answers on one stream.</summary>
    /// <param name="stream">The stream to write.</param>
    /// <param name="location">The resource's own address, given to who creates it.</param>
    /// <param name="decide">Builds the command and calls its decider.</param>
    /// <param name="token">Ends the work when the caller has gone.</param>
    public async Task<IResult> Record<TCommand, TState>(Guid stream, string location, Func<Deciding<TState>, Task<Outcome>> decide, CancellationToken token)
        where TCommand : ICommand where TState : class, IEvolve<TState>
    {
        if (http.HttpContext?.Features.Get<Actor>() is not { } actor || actor.Duty != TCommand.Needs.Code && !IsOwn(actor))
            throw new InvalidOperationException($"The endpoint does not say that it gives {typeof(TCommand).Name}.");
        var (command, malformed) = commands.OfRequest();
        if (malformed is not null) return malformed;
        if (stream == Guid.Empty) return Problem.Of(NoId);

        var state = await work.Fold<TState>(stream, token);
        if (command.Given && await work.CarriedOutOn(command.Id, token) is { } on)
            return on == stream ? Results.Ok(new Receipt(stream, work.VersionOf(stream), 0)) : Problem.Of(OtherCommand);
        var outcome = await decide(new(state, actor, clock.ThaiToday(), work));
        if (outcome.Rejection is { } rejection) return Problem.Of(rejection);
        work.Append(stream, outcome.Events, actor, command.Id);
        await work.Save(token);
        if (outcome.Events.Any(AuthorityCache.Concerns)) authority.Expire();
        var receipt = new Receipt(stream, work.VersionOf(stream), outcome.Events.Count);
        return receipt.Recorded == receipt.Version ? Results.Created(location, receipt) : Results.Ok(receipt);
    }

    private bool IsOwn(Actor actor) => actor.Duty == Duties.OwnRecord.Code && http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<Need>() is { Own: true };
}
