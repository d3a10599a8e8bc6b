using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Api.Log;

/// <summary>What keeps the verifiable log growing and published.</summary>
public static class LogServices
{
    /// <summary>The policy's file in the ledger's folder, where the configuration names no other.</summary>
    public const string PolicyFile = "log.policy";

    /// <summary>Configuration key of the file that holds the policy (C2SP tlog-policy): whose cosignatures a checkpoint needs.</summary>
    public const string PolicyKey = "Ledger:LogPolicy";

    /// <summary>What the ledger's folder has of the log: its static files, and the last checkpoint that was signed.</summary>
    internal const string FilesFolder = "log", SignerFile = "signer/last";

    /// <summary>Name of the log's key among the keys.</summary>
    internal const string KeyName = "log";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Register it.</summary>
    public static void AddVerifiableLog(this IServiceCollection services)
    {
        services.AddSingleton<Sequencer>().AddSingleton<LogPublisher>().AddSingleton<LogWatch>().AddSingleton<LogStanding>();
        services.AddSingleton(s => PolicyOf(s.GetRequiredService<IConfiguration>()) ?? LogPolicy.Of(s.GetRequiredService<LogSigner>().Key)).AddSingleton<LogProofs>();
        services.AddSingleton(s => new Witnesses(s.GetRequiredService<LogPolicy>().Witnesses, new HttpClient { Timeout = Patience }));
        services.AddSingleton(s => new TileFolder(Path.Combine(LedgerFolder.Of(s.GetRequiredService<IConfiguration>()), FilesFolder)));
        services.AddSingleton(s => new LogSigner(SignerOf(s.GetRequiredService<ProgrammeSettings>().LogOrigin, s.GetRequiredService<KeyFolder>()),
            Path.Combine(LedgerFolder.Of(s.GetRequiredService<IConfiguration>()), SignerFile)));
        services.AddHostedService<SequencerService>().AddHostedService<PublisherService>();
    }

    /// <summary>The log's key, made on first use.</summary>
    public static NoteSigner SignerOf(string origin, KeyFolder keys) => new(origin, NoteKeyType.Ed25519, keys.GetOrCreate(KeyName));

    /// <summary>Look whether the log that grows in the database is the configured one: another name would be signed under which no witness knows the log.</summary>
    /// <exception cref="HostingProblem">It is another.</exception>
    public static async Task RequireOrigin(NpgsqlDataSource database, string origin, CancellationToken token)
    {
        await using var command = database.CreateCommand($"select origin from {LogTables.Schema}.heads order by log desc limit 1");
        if (await command.ExecuteScalarAsync(token) is string name && name != origin) throw new HostingProblem("log.origin", origin, name);
    }

    /// <summary>The policy of this ledger's log; null where it has no witness.</summary>
    /// <exception cref="HostingProblem">The file is none.</exception>
    public static LogPolicy? PolicyOf(IConfiguration configuration)
    {
        var file = configuration[PolicyKey] ?? Path.Combine(LedgerFolder.Of(configuration), PolicyFile);
        if (configuration[PolicyKey] is null && !File.Exists(file)) return null;
        try
        {
            return LogPolicy.Parse(File.ReadAllText(file));
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            throw new HostingProblem("log.policy", file);
        }
    }
}
