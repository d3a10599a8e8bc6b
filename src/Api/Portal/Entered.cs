using System.Globalization;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Portal;

/// <summary>What was entered in a form: text as browsers send it. It is kept, so that nobody enters it twice.</summary>
public sealed class Entered(IFormCollection? form)
{
    /// <summary>A field is missing, or does not hold what it asks for.</summary>
    public static readonly Rejection Unreadable = new("form.unreadable", RejectionKind.Invalid);

    /// <summary>Nothing yet.</summary>
    public static readonly Entered Nothing = new(null as IFormCollection);

    /// <summary>Read a request's form.</summary>
    public static async Task<Entered> In(HttpContext http) => new(await http.Request.ReadForm(null, http.RequestAborted));

    /// <summary>The text of a field, without the spaces around it; empty when nothing was entered.</summary>
    public string Text(string field) => form?[field].ToString().Trim() ?? "";

    /// <summary>The text of a field of several lines, which browsers end with CR LF and the ledger with line feeds; null when nothing was entered.</summary>
    public string? Prose(string field) => Text(field) is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    /// <summary>The one of an enum's members that was chosen in a field, or null.</summary>
    public T? Choice<T>(string field) where T : struct, Enum => Member<T>(Text(field));

    /// <summary>The enum's member of this name, or null: neither by its number nor several in one, which the framework would read.</summary>
    public static T? Member<T>(string name) where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : null;

    /// <summary>Everything that was chosen in a field of boxes.</summary>
    public IReadOnlyList<string> All(string field) => form is null ? [] : [.. form[field].OfType<string>()];

    /// <summary>The whole number in a field, or null.</summary>
    public int? Number(string field) => int.TryParse(Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The id in a field, or null.</summary>
    public Guid? Id(string field) => Guid.TryParse(Text(field), out var id) ? id : null;

    /// <summary>Every id in these fields, chosen or in lines of their own; null when something else stands among them.</summary>
    public ValueList<Guid>? Ids(params string[] fields)
    {
        var ids = fields.SelectMany(f => Text(f).Split((char[]?)[',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).ToArray();
        return ids.Contains(null) ? null : [.. ids.Select(id => id!.Value)];
    }

    /// <summary>The day in a field as a browser's date input sends it, or null.</summary>
    public DateOnly? Day(string field) => DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as a browser's date input holds it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether a field that may stay empty holds something other than a day.</summary>
    public bool HasBadDay(string field) => Text(field).Length > 0 && Day(field) is null;

    /// <summary>The answer to a form that cannot be read, because of a field where one is named.</summary>
    public static Task<IResult> Refuse(string? field = null) => Task.FromResult(Problem.Of(Unreadable with { Field = field }));
}
