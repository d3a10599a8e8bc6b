using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>What is wrong with a file or a row, and where.</summary>
/// <param name="Why">The refusal; its sentences live in the resource files.</param>
/// <param name="Line">Line of the file, from 1: where the row begins.</param>
/// <param name="Number">Number of the column, from 1; of the character where a byte could not be read; null when no single one is at fault.</param>
/// <param name="Column">Name of the column in the file, where there is one.</param>
public sealed record Fault(Rejection Why, long Line, int? Number = null, string? Column = null);

/// <summary>A file that cannot be read any further, whatever its other rows are.</summary>
public sealed class UnreadableException(Fault fault) : Exception($"{fault.Why.Code} at line {fault.Line}")
{
    /// <summary>What and where.</summary>
    public Fault Fault { get; } = fault;
}
