namespace CredentialLedger.Verifier.Log;

/// <summary>Something of a log is not what its format says, or does not prove what it is shown for.</summary>
public sealed class LogFormatException : Exception
{
    /// <summary>A defect by its code, one of <see cref="LogCodes"/>.</summary>
    public LogFormatException(string code) : base(code) => Code = code;

    /// <summary>Which defect it is.</summary>
    public string Code { get; }
}
