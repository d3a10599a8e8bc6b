using System.Globalization;
using Npgsql;

namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>The server process that <c>postmaster.pid</c> names.</summary>
internal sealed record Postmaster(int ProcessId, int Port)
{
    /// <summary>Reads the file; null when there is none.</summary>
    public static Postmaster? Read(ClusterFolder folder)
    {
        try
        {
            // Lines: process id, data folder, start time, port, ...
            var lines = File.ReadAllLines(folder.PidFile);
            return lines.Length >= 4 && Number(lines[0]) is { } id && Number(lines[3]) is { } port ? new(id, port) : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the server answers and proves, by SCRAM, that it knows our password.</summary>
    public static async Task<bool> AnswersAsync(ClusterFolder folder, string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new HostingProblem("folder.foreign", folder.Root, folder.Password);
        }
        catch (NpgsqlException)
        {
            return false; // not listening yet or no more, or starting up or shutting down (57P03)
        }
    }

    private static int? Number(string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
