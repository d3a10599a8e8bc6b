namespace CredentialLedger.Verifier;

/// <summary>What one check found, before it has a name and sentences; the values fill the places in its sentences.</summary>
internal sealed record Finding(CheckResult Result, string Code, params object[] Values)
{
    public static readonly Finding NotChecked = Unknown(Codes.NotChecked);

    public static Finding Passed(string code, params object[] values) => new(CheckResult.Passed, code, values);

    public static Finding Failed(string code, params object[] values) => new(CheckResult.Failed, code, values);

    public static Finding Unknown(string code, params object[] values) => new(CheckResult.Unknown, code, values);
}
