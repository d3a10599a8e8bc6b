using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Learning;

// The storage format of training completions: add, never rename.

/// <summary>A person completed a course.</summary>
/// <param name="Person">Who.</param>
/// <param name="Completion">The completion, and the stream.</param>
/// <param name="Course">The course.</param>
/// <param name="Framework">The framework version that the course was aligned to.</param>
/// <param name="Units">The units that the course develops.</param>
/// <param name="CompletedOn">Last day of the training.</param>
/// <param name="Evidence">What proves it.</param>
[Stored("person", "completion", "course", "framework", "units", "completedOn", "evidence")]
public sealed record CompletionRecorded(Guid Person, Guid Completion, Guid Course, string Framework, ValueList<string> Units,
    DateOnly CompletedOn, Evidence Evidence) : LedgerEvent, IAbout;

/// <summary>A completion should not have been recorded; it counts no more.</summary>
/// <param name="Person">Who.</param>
/// <param name="Completion">The completion.</param>
/// <param name="Ground">Why.</param>
/// <param name="Remark">Free text, sealed.</param>
[Stored("person", "completion", "ground", "remark")]
public sealed record CompletionAnnulled(Guid Person, Guid Completion, AnnulmentGround Ground, Sealed<string>? Remark) : LedgerEvent, IAbout;
