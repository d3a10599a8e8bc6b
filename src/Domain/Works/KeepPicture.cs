using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>Bring the picture of a work, as of a logo: the file whose digest was registered with it. That is no new fact, so there is never an event.</summary>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
public sealed record KeepPicture(string Sha256) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepWorks;

    /// <summary>The work was registered without the digest of a file.</summary>
    public static readonly Rejection NoFile = new("picture.no-file", RejectionKind.Conflict, "work");

    /// <summary>The file is not the one that was registered.</summary>
    public static readonly Rejection OtherFile = new("picture.other-file", RejectionKind.Invalid, "picture");

    /// <summary>Decide on the work's stream.</summary>
    public Outcome Decide(Work? work, Agreement? agreement, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        if (work is null) return Work.Missing;
        if (!work.IsManagedBy(by.Organisation, agreement)) return Work.NotTheOwner;
        if (work.Registered.Sha256 is not { } registered) return NoFile;
        return registered == Sha256 ? Outcome.NothingToDo : OtherFile;
    }
}
