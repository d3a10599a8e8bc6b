namespace CredentialLedger.Api.Hosting;

/// <summary>Where a ledger keeps what is not in its database: keys, and the private cluster. <c>.ledger</c> in the working folder unless <c>Ledger:Folder</c> says otherwise.</summary>
public static class LedgerFolder
{
    /// <summary>Full path of the folder.</summary>
    public static string Of(IConfiguration configuration) => Path.GetFullPath(configuration["Ledger:Folder"] ?? ".ledger");

    /// <summary>Full path of the folder of keys.</summary>
    public static string KeysOf(IConfiguration configuration) => Path.GetFullPath(configuration["Ledger:Keys"] ?? Path.Combine(Of(configuration), "keys"));
}
