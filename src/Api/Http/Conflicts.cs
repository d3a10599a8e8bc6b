using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;
using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace CredentialLedger.Api.Http;

/// <summary>What the database refuses because somebody else was faster, as the rejection that it means. Anything else is a bug and stays an exception.</summary>
public static class Conflicts
{
    /// <summary>Somebody else wrote to the same stream between reading and writing; nothing was recorded, ask again.</summary>
    public static readonly Rejection Concurrent = new("ledger.concurrent-change", RejectionKind.Conflict);

    /// <summary>The same command id was carried out by another request at the same moment.</summary>
    public static readonly Rejection SameCommand = new("ledger.same-command", RejectionKind.Conflict);

    /// <summary>A text holds a character that cannot be stored.</summary>
    public static readonly Rejection Unstorable = new("request.unstorable-text", RejectionKind.Invalid);

    /// <summary>An id that the request names belongs to something of another kind.</summary>
    public static readonly Rejection OtherKind = new("ledger.other-kind", RejectionKind.Conflict);

    /// <summary>The rejection behind an exception, or null.</summary>
    public static Rejection? Of(Exception? exception) => exception switch
    {
        null => null,
        ConcurrencyException or EventStreamUnexpectedMaxEventIdException => Concurrent,
        OtherStreamException => OtherKind,
        ErasedException => Person.Erased,
        PostgresException postgres => Of(postgres),
        _ => Of(exception.InnerException),
    };

    private static Rejection? Of(PostgresException e) => e switch
    {
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: KeyTables.OneNationalId } => RegisterPerson.Duplicate,
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: KeyTables.OneAward } => AcceptAward.SameCertificate,
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idx_mt_events_event_id" } => SameCommand,
        { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => Concurrent,
        { SqlState: "MT003" } => Concurrent,
        { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire } => Unstorable,
        _ => null,
    };
}
