using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>Why a row is refused before any decider sees it.</summary>
public static class BadRow
{
    /// <summary>More or fewer fields than the header.</summary>
    public static readonly Rejection FieldCount = new("import.wrong-field-count", RejectionKind.Invalid);

    /// <summary>A quote where none may be.</summary>
    public static readonly Rejection Quotes = new("import.bad-quotes", RejectionKind.Invalid);

    /// <summary>A value that is needed is not there.</summary>
    public static readonly Rejection Empty = new("import.empty", RejectionKind.Invalid);

    /// <summary>A text longer than its column may hold.</summary>
    public static readonly Rejection TooLong = new("import.too-long", RejectionKind.Invalid);

    /// <summary>Not a UUID.</summary>
    public static readonly Rejection Id = new("import.bad-id", RejectionKind.Invalid);

    /// <summary>Not a whole number.</summary>
    public static readonly Rejection Number = new("import.bad-number", RejectionKind.Invalid);

    /// <summary>Not a score in percent with two decimals.</summary>
    public static readonly Rejection Score = new("import.bad-score", RejectionKind.Invalid);

    /// <summary>None of the column's values.</summary>
    public static readonly Rejection Value = new("import.unknown-value", RejectionKind.Invalid);

    /// <summary>Not a day as yyyy-MM-dd.</summary>
    public static readonly Rejection IsoDate = new("import.bad-iso-date", RejectionKind.Invalid);

    /// <summary>A year of the Buddhist era in a column of ISO dates.</summary>
    public static readonly Rejection BuddhistYear = new("import.buddhist-year", RejectionKind.Invalid);

    /// <summary>Not a day as dd/MM/yyyy in the Buddhist era.</summary>
    public static readonly Rejection BuddhistDate = new("import.bad-buddhist-date", RejectionKind.Invalid);

    /// <summary>A year of the common era in a column of the Buddhist era.</summary>
    public static readonly Rejection CommonYear = new("import.common-year", RejectionKind.Invalid);
}
