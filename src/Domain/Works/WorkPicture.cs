using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Works;

/// <summary>The picture of a work, as of a logo: the file whose digest was registered with it, so that keeping it is no new fact.</summary>
public static class WorkPicture
{
    /// <summary>The work was registered without the digest of a file.</summary>
    public static readonly Rejection NoFile = new("picture.no-file", RejectionKind.Conflict, "work");

    /// <summary>The file is not the one that was registered.</summary>
    public static readonly Rejection OtherFile = new("picture.other-file", RejectionKind.Invalid, "picture");

    /// <summary>No picture of the work is kept.</summary>
    public static readonly Rejection Missing = new("picture.missing", RejectionKind.Missing, "work");

    /// <summary>Why a file of that digest is not taken as the work's picture from this actor, or null.</summary>
    public static Rejection? Refusal(Work? work, Agreement? agreement, Actor by, string sha256)
    {
        if (agreement is null) return Agreement.Missing;
        if (work is null) return Work.Missing;
        if (!work.IsManagedBy(by.Organisation, agreement)) return Work.NotTheOwner;
        if (work.Registered.Sha256 is not { } registered) return NoFile;
        return registered == sha256 ? null : OtherFile;
    }
}
