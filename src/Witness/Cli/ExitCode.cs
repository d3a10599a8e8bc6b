namespace CredentialLedger.Witness.Cli;

/// <summary>What a script sees; those above 0 are of sysexits.h.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>EX_USAGE: the command or the settings are not understood.</summary>
    public const int WrongUse = 64;

    /// <summary>EX_DATAERR: a file of the folder is damaged, so nothing is signed.</summary>
    public const int Damaged = 65;

    /// <summary>EX_UNAVAILABLE: the address cannot be listened on.</summary>
    public const int Unavailable = 69;

    /// <summary>EX_CANTCREAT: there is a key already.</summary>
    public const int Exists = 73;

    /// <summary>EX_IOERR: the folder cannot be read or written.</summary>
    public const int Storage = 74;

    /// <summary>EX_TEMPFAIL: another process works in the folder.</summary>
    public const int InUse = 75;

    /// <summary>EX_NOPERM: others can read the key.</summary>
    public const int Open = 77;
}
