using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CredentialLedger.Api.Issuing;

/// <summary>The table of signed documents, each encrypted under its holder's key, with its place in a status list.</summary>
public static class DocumentTable
{
    /// <summary>The schema of documents.</summary>
    public const string Schema = "documents";

    /// <summary>Name of the constraint that gives a place in a status list to one credential.</summary>
    public const string OnePlace = "one_credential_a_place";

    /// <summary>The table.</summary>
    public static Table Make()
    {
        var table = new Table(new PostgresqlObjectName(Schema, "credentials", SchemaUtils.IdentifierUsage.General));
        table.AddColumn("credential", "uuid").AsPrimaryKey();
        table.AddColumn("number", "text").NotNull().AddIndex(i => (i.Name, i.IsUnique) = ("one_credential_a_number", true));
        table.AddColumn("person", "uuid").NotNull().AddIndex(i => i.Name = "documents_of_a_person");
        table.AddColumn("nonce", "bytea").NotNull();
        table.AddColumn("ciphertext", "bytea").NotNull();
        table.AddColumn("status_list", "text").NotNull();
        table.AddColumn("status_index", "bigint").NotNull();
        table.Indexes.Add(new IndexDefinition(OnePlace) { Columns = ["status_list", "status_index"], IsUnique = true });
        return table;
    }
}
