namespace CredentialLedger.Verifier.Cli;

/// <summary>What a script sees; 64 is EX_USAGE and 69 EX_UNAVAILABLE of sysexits.h.</summary>
internal static class ExitCode
{
    public const int Valid = 0;
    public const int Invalid = 1;
    public const int Undetermined = 2;
    public const int WrongUse = 64;
    public const int Unavailable = 69;

    public static int Of(Overall overall) => overall switch
    {
        Overall.Valid => Valid,
        Overall.Invalid => Invalid,
        _ => Undetermined,
    };
}
