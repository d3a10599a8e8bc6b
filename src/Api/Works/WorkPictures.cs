using System.Security.Cryptography;
using CredentialLedger.Api.Issuing;
using Npgsql;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CredentialLedger.Api.Works;

/// <summary>The pictures of works, each under the SHA-256 of its file; added and never changed.</summary>
public sealed class WorkPictures(NpgsqlDataSource database)
{
    /// <summary>The table.</summary>
    public static Table MakeTable()
    {
        var table = new Table(new PostgresqlObjectName(DocumentTable.Schema, "pictures", SchemaUtils.IdentifierUsage.General));
        table.AddColumn("sha256", "text").AsPrimaryKey();
        table.AddColumn("file", "bytea").NotNull();
        return table;
    }

    /// <summary>Keep a file, once.</summary>
    public async Task Keep(string sha256, byte[] file, CancellationToken token)
    {
        await using var command = database.CreateCommand("insert into documents.pictures (sha256, file) values ($1, $2) on conflict do nothing");
        command.Parameters.Add(new() { Value = sha256 });
        command.Parameters.Add(new() { Value = file });
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>The file of that digest; null when there is none, or what lies there is another.</summary>
    public async Task<byte[]?> Read(string sha256, CancellationToken token)
    {
        await using var command = database.CreateCommand("select file from documents.pictures where sha256 = $1");
        command.Parameters.Add(new() { Value = sha256 });
        return await command.ExecuteScalarAsync(token) is byte[] file && DigestOf(file) == sha256 ? file : null;
    }

    /// <summary>A file's digest, as works are registered with it.</summary>
    public static string DigestOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
