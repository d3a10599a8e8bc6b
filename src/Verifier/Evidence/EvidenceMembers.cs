using System.Globalization;
using System.Text.RegularExpressions;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>The names that members of a bundle have; a member of any other name is refused, so that none is ever a path to elsewhere.</summary>
public static partial class EvidenceMembers
{
    public const string Manifest = "manifest.json", Events = "events.jsonl", Policy = "policy.txt", Trust = "trust.json", ReportTh = "report.th.md", ReportEn = "report.en.md", Opened = "opened.p7m";

    /// <summary>Every member that a bundle must have beside its manifest.</summary>
    internal static IReadOnlyList<string> Needed { get; } = [Events, Policy, Trust, ReportTh, ReportEn];

    /// <summary>The member with the checkpoint of a tree of that size.</summary>
    public static string Checkpoint(long size) => string.Create(CultureInfo.InvariantCulture, $"checkpoints/{size}.txt");

    /// <summary>The member with a signed document, encrypted.</summary>
    public static string Document(Guid credential) => $"documents/{credential:D}.xml.p7m";

    /// <summary>The member with an issuer's certificate, by SHA-256 of its DER form.</summary>
    public static string Certificate(string sha256) => $"certificates/{sha256}.pem";

    internal static bool IsName(string name) => name == Opened || Needed.Contains(name) || Shape().IsMatch(name);

    internal static bool IsEncrypted(string name) => name.EndsWith(".p7m", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(checkpoints/[1-9][0-9]{0,18}\.txt|certificates/[0-9a-f]{64}\.pem|documents/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.xml\.p7m)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
