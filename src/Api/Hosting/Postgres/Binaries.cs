using System.Globalization;
using System.Text.RegularExpressions;

namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>One installed PostgreSQL server: the folder of its programs and its major version.</summary>
internal sealed partial record Binaries(string Folder, int Major)
{
    private const string DebianPlace = "/usr/lib/postgresql";
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>The programs to use: of the major version that the data has, or the first found when there is no data yet.</summary>
    public static async Task<Binaries> FindAsync(ClusterOptions options, string data, string? version, CancellationToken cancel)
    {
        List<Binaries> found = [];
        foreach (var folder in Folders(options).Where(HasAll))
        {
            if (await MajorAsync(folder, "postgres", cancel) is not { } major) continue;
            if (version is null || version == major.ToString(CultureInfo.InvariantCulture)) return new(folder, major);
            found.Add(new(folder, major));
        }

        throw found.Count == 0
            ? new HostingProblem("postgres.missing", options.BinariesFolder ?? $"PATH, {DebianPlace}/*/bin")
            : new HostingProblem("postgres.wrong-version", data, version!, string.Join(", ", found.Select(b => b.Major)));
    }

    /// <summary>Where PostgreSQL's programs may be.</summary>
    public static IEnumerable<string> Folders(ClusterOptions options)
    {
        if (options.BinariesFolder is { } only) return [only];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted);
        var debian = Directory.Exists(DebianPlace) ? Directory.GetDirectories(DebianPlace) : [];
        return [.. path, .. debian.OrderByDescending(Version).Select(f => Path.Combine(f, "bin"))];
    }

    private static double Version(string folder) =>
        double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static bool HasAll(string folder) => Needed.All(program => File.Exists(Path.Combine(folder, program)));

    /// <summary>The major version of one of PostgreSQL's programs; null when it does not say.</summary>
    public static async Task<int?> MajorAsync(string folder, string program, CancellationToken cancel)
    {
        var said = await Tool.RunAsync([Path.Combine(folder, program), "--version"], "/", "", cancel);
        var match = said.Fine ? MajorNumber().Match(said.Output) : Match.Empty;
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorNumber();
}
