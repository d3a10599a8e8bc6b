namespace CredentialLedger.Api.Portal.Authority;

/// <summary>What people call a duty.</summary>
internal static class DutyWords
{
    /// <summary>The duty of that code in the reader's words; the code itself for one that this version does not know.</summary>
    public static string Of(Language language, string duty) => Words.Has($"duty.{duty}") ? language[$"duty.{duty}"] : duty;
}
