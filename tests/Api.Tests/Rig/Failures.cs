using System.Collections.Concurrent;
using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>Why requests failed that nobody expected to. No run keeps the applications' logs, so whoever is answered 500 reads it behind the answer, and the assertion that fails over it says it.</summary>
internal sealed class Failures : ILoggerProvider, ILogger
{
    private static readonly ConcurrentQueue<string> All = [];

    /// <summary>The text of an answer; that of a 500 with all failures of this run so far, of which the last may be its own.</summary>
    public static string Told(int status, string text) => status == StatusCodes.Status500InternalServerError ? $"{text}\n{string.Join('\n', All)}" : text;

    public ILogger CreateLogger(string categoryName) => categoryName == typeof(Border).FullName ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null) All.Enqueue($"{exception}");
    }

    public void Dispose()
    {
    }
}
