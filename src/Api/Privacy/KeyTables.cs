using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CredentialLedger.Api.Privacy;

/// <summary>
/// The tables beside the events that hold what may one day be destroyed: persons' keys, and the lookups of national ids and of accepted awards. Every row names
/// the master key that it depends on, so that the database itself refuses a row under a master key that was replaced.
/// </summary>
public static class KeyTables
{
    /// <summary>The schema of keys and lookups, backed up apart from the events.</summary>
    public const string Schema = "keys";

    /// <summary>Name of the constraint that keeps a national id with one person.</summary>
    public const string OneNationalId = "one_person_a_national_id";

    /// <summary>Name of the constraint that keeps a certificate with one accepted award.</summary>
    public const string OneAward = "one_award_a_certificate";

    /// <summary>Every table of this schema.</summary>
    public static IEnumerable<Table> All()
    {
        var masters = new Table(Name("masters"));
        masters.AddColumn("id", "uuid").AsPrimaryKey();
        masters.AddColumn("since", "timestamptz").NotNull();
        yield return masters;

        var retired = new Table(Name("retired_masters"));
        retired.AddColumn("id", "uuid").AsPrimaryKey();
        retired.AddColumn("at", "timestamptz").NotNull();
        yield return retired;

        var persons = new Table(Name("persons"));
        persons.AddColumn("person", "uuid").AsPrimaryKey();
        persons.AddColumn("key", "uuid").NotNull();
        persons.AddColumn("master", "uuid").NotNull().ForeignKeyTo(masters, "id");
        persons.AddColumn("wrapped", "bytea").NotNull();
        yield return persons;

        var nationalIds = new Table(Name("national_ids")) { PrimaryKeyName = OneNationalId };
        nationalIds.AddColumn("lookup", "bytea").AsPrimaryKey();
        nationalIds.AddColumn("person", "uuid").NotNull();
        nationalIds.AddColumn("master", "uuid").NotNull().ForeignKeyTo(masters, "id");
        yield return nationalIds;

        var awards = new Table(Name("award_numbers")) { PrimaryKeyName = OneAward };
        awards.AddColumn("lookup", "bytea").AsPrimaryKey();
        awards.AddColumn("award", "uuid").NotNull().AddIndex();
        awards.AddColumn("person", "uuid").NotNull().AddIndex();
        awards.AddColumn("master", "uuid").NotNull().ForeignKeyTo(masters, "id");
        yield return awards;
    }

    private static PostgresqlObjectName Name(string table) => new(Schema, table, SchemaUtils.IdentifierUsage.General);
}
