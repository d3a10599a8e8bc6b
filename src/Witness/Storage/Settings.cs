using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Witnessing;

namespace CredentialLedger.Witness.Storage;

/// <summary>What a party chooses: the file <c>witness.json</c> of its folder, and the options of the command line above it.</summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="Logs">The logs that it watches.</param>
internal sealed record Settings(string? Urls, IReadOnlyList<Settings.Log>? Logs)
{
    public const string DefaultUrls = "http://127.0.0.1:5090";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>One log: its keys, and its origin where that is not the first key's name.</summary>
    internal sealed record Log(IReadOnlyList<string> Keys, string? Origin = null);

    /// <summary>The settings of a folder; none where it has no file.</summary>
    public static Settings Of(string folder)
    {
        var path = Path.Combine(folder, "witness.json");
        if (!File.Exists(path)) return new(null, null);
        try
        {
            return JsonSerializer.Deserialize<Settings>(File.ReadAllBytes(path), Strict) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            throw new RefusedException(ExitCode.WrongUse, "bad-settings", path, wrong.Message);
        }
    }

    /// <summary>The logs of the file and of the command line, each origin once, with all its keys.</summary>
    public IReadOnlyList<KnownLog> KnownLogs(IEnumerable<string> vkeys)
    {
        var logs = (Logs ?? []).Concat(vkeys.Select(vkey => new Log([vkey]))).SelectMany(Keys)
            .GroupBy(log => log.Origin, log => log.Key, StringComparer.Ordinal).Select(log => new KnownLog(log.Key, [.. log.Distinct()])).ToList();
        return logs.Count > 0 ? logs : throw new RefusedException(ExitCode.WrongUse, "no-logs");
    }

    private static IEnumerable<(string Origin, VerifierKey Key)> Keys(Log log)
    {
        if (log.Keys is not { Count: > 0 }) throw new RefusedException(ExitCode.WrongUse, "bad-log", log.Origin ?? "");
        var keys = log.Keys.Select(Key).ToList();
        return keys.Select(key => (log.Origin ?? keys[0].Name, key));
    }

    private static VerifierKey Key(string vkey)
    {
        try
        {
            if (VerifierKey.Parse(vkey) is { Type: NoteKeyType.Ed25519 } key) return key;
        }
        catch (LogFormatException)
        {
            throw new RefusedException(ExitCode.WrongUse, "bad-log", vkey);
        }
        throw new RefusedException(ExitCode.WrongUse, "bad-log", vkey);
    }
}
