using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of batches: add, never rename. They name decisions, and nobody: what concerns a person is in the credential's own events.

/// <summary>A body ordered that many decisions be carried out. Nothing of it is issued by this event.</summary>
/// <param name="Batch">The batch, and the stream.</param>
/// <param name="Body">Code of the body that issues.</param>
/// <param name="Decisions">The decisions, each once, in the order in which they are carried out.</param>
/// <param name="OrderedBy">Who ordered, and in whose name each credential is issued.</param>
[Stored("batch", "body", "decisions", "orderedBy")]
public sealed record BatchOrdered(Guid Batch, string Body, ValueList<Guid> Decisions, Guid OrderedBy) : LedgerEvent;

/// <summary>The next decisions of a batch were dealt with, in the transaction that holds their credentials.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Issued">How many credentials this transaction released.</param>
/// <param name="IssuedBefore">How many decisions had their credential already.</param>
/// <param name="Refused">Those that were refused.</param>
[Stored("batch", "issued", "issuedBefore", "refused")]
public sealed record BatchAdvanced(Guid Batch, int Issued, int IssuedBefore, ValueList<BatchRefusal> Refused) : LedgerEvent;

/// <summary>Every decision of a batch was dealt with.</summary>
/// <param name="Batch">The batch.</param>
[Stored("batch")]
public sealed record BatchFinished(Guid Batch) : LedgerEvent;

/// <summary>A batch goes on in the name of a colleague, since whoever it went on for may not issue any more.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="By">In whose name each credential is issued from now on.</param>
[Stored("batch", "by")]
public sealed record BatchTakenOver(Guid Batch, Guid By) : LedgerEvent;

/// <summary>Nothing more of a batch is issued. What was released stays.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="WithdrawnBy">Who ended it.</param>
[Stored("batch", "withdrawnBy")]
public sealed record BatchWithdrawn(Guid Batch, Guid WithdrawnBy) : LedgerEvent;

/// <summary>A decision of which no credential was released.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Code">Why: the code with which the single command would have been refused.</param>
[Stored("decision", "code")]
public sealed record BatchRefusal(Guid Decision, string Code);
