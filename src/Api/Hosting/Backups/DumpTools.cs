using System.Globalization;
using CredentialLedger.Api.Hosting.Postgres;
using Npgsql;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>PostgreSQL's own programs that write a part of a database into one file and bring it back: pg_dump, pg_restore.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="place">How they reach the database, as the role that owns it.</param>
internal sealed class DumpTools(string folder, NpgsqlConnectionStringBuilder place)
{
    /// <summary>The programs to use: of the server's major version, or the next that is there; an older pg_dump refuses a newer server.</summary>
    /// <exception cref="HostingProblem">There are none.</exception>
    public static async Task<DumpTools> FindAsync(string owner, ClusterOptions options, CancellationToken token)
    {
        int server;
        await using (var connection = new NpgsqlConnection(owner))
        {
            await connection.OpenAsync(token);
            server = connection.PostgreSqlVersion.Major;
        }
        var found = new List<(int Major, string Folder)>();
        foreach (var folder in Binaries.Folders(options).Where(f => File.Exists(Path.Combine(f, "pg_dump")) && File.Exists(Path.Combine(f, "pg_restore"))))
        {
            if (await Binaries.MajorAsync(folder, "pg_dump", token) is { } major && major >= server) found.Add((major, folder));
        }
        return found.Count == 0 ? throw new HostingProblem("backup.no-tools", server, options.BinariesFolder ?? "PATH, /usr/lib/postgresql/*/bin")
            : new(found.MinBy(f => f.Major).Folder, new(owner));
    }

    /// <summary>Write schemas into a file, all from one snapshot.</summary>
    public Task DumpAsync(string file, IEnumerable<string> schemas, CancellationToken token) =>
        RunAsync("pg_dump", ["--format=custom", "--no-password", $"--file={file}", .. schemas.Select(schema => $"--schema={schema}")], file, token);

    /// <summary>Bring them back, wholly or not at all; whoever restores owns what comes.</summary>
    public Task RestoreAsync(string file, CancellationToken token) =>
        RunAsync("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password", $"--dbname={place.Database}", file], file, token);

    private async Task RunAsync(string program, string[] words, string file, CancellationToken token)
    {
        var ending = await Tool.RunAsync([Path.Combine(folder, program), .. words], "/", "", token, Environment());
        if (ending.Fine) return;
        throw ServerLog.IsDiskFull(ending.Output) ? new HostingProblem("backup.disk-full", Path.GetDirectoryName(file)!) : new HostingProblem("backup.failed", program, ServerLog.Gist(ending.Output));
    }

    // libpq's own variables: an argument with a password could be read by anybody on the machine.
    private Dictionary<string, string> Environment()
    {
        var variables = new Dictionary<string, string>
        {
            ["PGHOST"] = place.Host!,
            ["PGPORT"] = place.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = place.Database!,
            ["PGUSER"] = place.Username!,
            ["PGSSLMODE"] = place.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() },
            ["PGGSSENCMODE"] = "disable",
        };
        if (place.Password is { Length: > 0 } password) variables["PGPASSWORD"] = password;
        if (place.Passfile is { Length: > 0 } passfile) variables["PGPASSFILE"] = passfile;
        if (place.RootCertificate is { Length: > 0 } root) variables["PGSSLROOTCERT"] = root;
        return variables;
    }
}
