using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Learning;

/// <summary>A course as it was defined.</summary>
public sealed record Course(CourseDefined Defined) : IEvolve<Course>
{
    /// <summary>No course with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("course.missing", RejectionKind.Missing, "course");

    /// <inheritdoc/>
    public static Course? Evolve(Course? state, LedgerEvent e) => (state, e) switch
    {
        (null, CourseDefined defined) => new(defined),
        _ => throw new ImpossibleEventException(typeof(Course), e),
    };
}
