using System.Runtime.CompilerServices;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using Marten;

namespace CredentialLedger.Api.Hosting;

/// <summary>
/// What Marten logs of its store, with one difference: a lost race, which <see cref="Conflicts"/> answers with 409 or whoever lost tries again, is one line of information and no error with
/// a stack trace. Whatever else fails goes through as it is.
/// </summary>
internal sealed class StoreLog(ILoggerFactory loggers) : ILogger<IDocumentStore>
{
    private readonly ILogger marten = new Logger<IDocumentStore>(loggers);
    private readonly ILogger own = loggers.CreateLogger<StoreLog>();

    // Marten logs a failure for the batch and again for the transaction.
    private readonly ConditionalWeakTable<Exception, StoreLog> told = [];

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => marten.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => marten.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (Conflicts.Of(exception) is not { Kind: RejectionKind.Conflict } lost) marten.Log(logLevel, eventId, state, exception, formatter);
        else if (told.TryAdd(exception!, this)) LostRace(own, lost.Code, null);
    }

    private static readonly Action<ILogger, string, Exception?> LostRace =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(1, nameof(LostRace)), "Somebody else was faster; nothing was stored ({Code}).");
}
