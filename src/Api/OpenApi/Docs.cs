using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CredentialLedger.Api.OpenApi;

/// <summary>The summaries of our own docstrings, as the compiler wrote them beside the program.</summary>
public static partial class Docs
{
    private static readonly Lazy<ILookup<string, string>> Summaries = new(Read);

    /// <summary>What a type is for.</summary>
    public static string? SummaryOf(Type type) => Summaries.Value[$"T:{type.FullName}"].FirstOrDefault();

    /// <summary>What a method does.</summary>
    public static string? SummaryOf(MethodInfo method) => Summaries.Value[$"M:{method.DeclaringType!.FullName}.{method.Name}"].FirstOrDefault();

    private static ILookup<string, string> Read()
    {
        var file = Path.ChangeExtension(typeof(Docs).Assembly.Location, ".xml");
        var members = File.Exists(file) ? XDocument.Load(file).Descendants("member") : [];
        return members.ToLookup(m => m.Attribute("name")!.Value.Split('(')[0], m => Text(m.Element("summary")));
    }

    private static string Text(XElement? summary)
    {
        var words = summary?.Nodes().Select(n => n is XElement e ? e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Value : n.ToString()) ?? [];
        return Spaces().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
