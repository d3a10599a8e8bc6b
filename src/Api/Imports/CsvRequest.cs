using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;

namespace CredentialLedger.Api.Imports;

/// <summary>A request whose body is CSV.</summary>
public static class CsvRequest
{
    /// <summary>The media type of the body.</summary>
    public const string MediaType = "text/csv";

    /// <summary>The answer to a body of another type, or null.</summary>
    public static IResult? Refuse(HttpRequest request) =>
        request.ContentType is { } type && type.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            ? null : Problem.Of(StatusCodes.Status415UnsupportedMediaType, "request.not-csv");

    /// <summary>The answer to a file or a row that is refused: the code, with line and column.</summary>
    public static IResult Refused(Fault fault)
    {
        var more = new Dictionary<string, object?> { ["line"] = fault.Line };
        if (fault.Number is { } number) more["column"] = number;
        return Problem.Of(Problem.StatusOf(fault.Why.Kind), fault.Why.Code, fault.Column, more);
    }
}
