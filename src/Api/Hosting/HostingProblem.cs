using System.Globalization;
using System.Resources;

namespace CredentialLedger.Api.Hosting;

/// <summary>Why the ledger cannot run on this machine as it stands, in a sentence that says what to do; shown without a stack trace.</summary>
/// <param name="code">Stable, dotted, kebab-case; the sentences live in <c>Sentences.resx</c> (English) and <c>Sentences.th.resx</c> (Thai).</param>
/// <param name="about">What the sentences name: folders, users, numbers; never a secret.</param>
public sealed class HostingProblem(string code, params object[] about) : Exception
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Hosting.Sentences", typeof(HostingProblem).Assembly);

    /// <summary>Names the problem, for tests and scripts.</summary>
    public string Code { get; } = code;

    /// <summary>The sentence in English.</summary>
    public string English => In(CultureInfo.InvariantCulture);

    /// <summary>The sentence in Thai.</summary>
    public string Thai => In(CultureInfo.GetCultureInfo("th"));

    /// <inheritdoc/>
    public override string Message => English;

    // A missing sentence must not hide the problem itself, so the code stands in for it (a test finds each sentence).
    private string In(CultureInfo culture) =>
        Sentences.GetString(Code, culture) is { } sentence
            ? string.Format(CultureInfo.InvariantCulture, sentence, about)
            : $"{Code}: {string.Join(", ", about)}";
}
