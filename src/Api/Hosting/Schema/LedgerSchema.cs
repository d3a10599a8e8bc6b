using Npgsql;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>Whether this program can work on the database as it finds it; if not, and the owner's connection is there, it migrates first.</summary>
internal static class LedgerSchema
{
    /// <summary>Answer only when the schema is this program's, guards itself, and the role that serves cannot rewrite it.</summary>
    /// <exception cref="HostingProblem">It is not so; the sentence says what to do.</exception>
    public static async Task Require(WebApplication app, string? owner)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var role = RoleOf(database.ConnectionString);
        if (await IsRight()) return;
        if (owner is null) throw new HostingProblem("database.schema-behind");
        await Migration.Run(owner, role, default);
        if (!await IsRight()) throw new HostingProblem("database.schema-behind");

        async Task<bool> IsRight()
        {
            var state = await SchemaState.Of(database, default);
            if (state.TooMighty) throw new HostingProblem("database.role-too-mighty", role);
            return state.Guarded && state.Fingerprint == SchemaState.Expected(app.Services, role);
        }
    }

    /// <summary>Bring the schema up to date even if it looks right, and take from the role that serves what it was given by hand.</summary>
    /// <exception cref="HostingProblem">There is no owner, or the role that serves is more than a migration can change.</exception>
    public static async Task Migrate(LedgerDatabase place)
    {
        if (place.OwnerConnectionString is not { } owner) throw new HostingProblem("database.no-owner");
        await using var database = NpgsqlDataSource.Create(place.ConnectionString);
        await LedgerDatabase.RequireUsableAsync(database);
        await Migration.Run(owner, RoleOf(place.ConnectionString), default);
        if ((await SchemaState.Of(database, default)).TooMighty) throw new HostingProblem("database.role-too-mighty", RoleOf(place.ConnectionString));
    }

    private static string RoleOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username!;
}
