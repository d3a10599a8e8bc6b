using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>Why a file as a whole is refused.</summary>
public static class Unreadable
{
    /// <summary>An encoding that is not read here.</summary>
    public static readonly Rejection UnknownEncoding = new("import.unknown-encoding", RejectionKind.Invalid, "encoding");

    /// <summary>A byte that is not UTF-8.</summary>
    public static readonly Rejection NotUtf8 = new("import.not-utf-8", RejectionKind.Invalid);

    /// <summary>A byte that windows-874 leaves open.</summary>
    public static readonly Rejection NotWindows874 = new("import.not-windows-874", RejectionKind.Invalid);

    /// <summary>No header, or nothing at all.</summary>
    public static readonly Rejection NoHeader = new("import.no-header", RejectionKind.Invalid);

    /// <summary>A column that this kind of file does not have.</summary>
    public static readonly Rejection UnknownColumn = new("import.unknown-column", RejectionKind.Invalid);

    /// <summary>A column of dates that does not say which era it is in.</summary>
    public static readonly Rejection EraMissing = new("import.era-missing", RejectionKind.Invalid);

    /// <summary>A column that is needed is not there.</summary>
    public static readonly Rejection MissingColumn = new("import.missing-column", RejectionKind.Invalid);

    /// <summary>A column is there twice, or a date in both eras.</summary>
    public static readonly Rejection DoubleColumn = new("import.double-column", RejectionKind.Invalid);

    /// <summary>A quoted field never ends, or a row is larger than any row may be.</summary>
    public static readonly Rejection UnclosedQuote = new("import.unclosed-quote", RejectionKind.Invalid);

    /// <summary>More rows than this kind of file may have.</summary>
    public static readonly Rejection TooManyRows = new("import.too-many-rows", RejectionKind.Invalid);
}
