using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Governance;

/// <summary>Why a ledger cannot be founded from a file; nothing was recorded.</summary>
/// <param name="rejection">The reason.</param>
/// <param name="where">The file, with line and column where there is one; or who in it. Never a name or a national id.</param>
public sealed class FoundingProblem(Rejection rejection, string where) : Exception($"{rejection.Code}: {where}")
{
    /// <summary>The file is not JSON of the right shape.</summary>
    public static readonly Rejection Unreadable = new("founding.unreadable", RejectionKind.Invalid);

    /// <summary>A file is not there, empty, too large, or not UTF-8.</summary>
    public static readonly Rejection BadFile = new("founding.bad-file", RejectionKind.Invalid);

    /// <summary>Somebody is listed twice.</summary>
    public static readonly Rejection ListedTwice = new("founding.listed-twice", RejectionKind.Invalid, "people");

    /// <summary>The reason.</summary>
    public Rejection Rejection => rejection;

    /// <summary>Where in the file.</summary>
    public string Where => where;
}
