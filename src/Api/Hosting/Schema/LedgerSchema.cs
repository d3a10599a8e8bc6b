using Npgsql;

namespace CredentialLedger.Api.Hosting.Schema;

/// <summary>Whether this program can work on the database as it finds it; if not, and the owner's connection is there, it migrates first.</summary>
internal static class LedgerSchema
{
    /// <summary>Answer only when the schema is this program's, guards itself, and the role that serves cannot rewrite it.</summary>
    /// <param name="app">The application, not started yet.</param>
    /// <param name="owner">How the owner reaches the database; null to serve without.</param>
    /// <param name="anew">Migrate even if the schema looks right.</param>
    /// <exception cref="HostingProblem">It is not so; the sentence says what to do.</exception>
    public static async Task Require(WebApplication app, string? owner, bool anew)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var role = new NpgsqlConnectionStringBuilder(database.ConnectionString).Username!;
        var state = await SchemaState.Of(database, default);
        if (state.TooMighty) throw new HostingProblem("database.role-too-mighty", role);
        if (!anew && Fits(state)) return;

        if (owner is null) throw new HostingProblem(anew ? "database.no-owner" : "database.schema-behind");
        await Migration.Run(owner, role, default);
        state = await SchemaState.Of(database, default);
        if (state.TooMighty) throw new HostingProblem("database.role-too-mighty", role);
        if (!Fits(state)) throw new HostingProblem("database.schema-behind");

        bool Fits(SchemaState found) => found.Guarded && found.Fingerprint == SchemaState.Expected(app.Services, role);
    }
}
