using System.Globalization;
using System.Resources;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>How the verbs that copy, bring back and begin another log tell what they did, or why they could not: in Thai, then in English.</summary>
internal static class Told
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Hosting.Backups.Told", typeof(Told).Assembly);

    /// <summary>Do it, and tell; false when it could not be done.</summary>
    public static async Task<bool> RunAsync(Func<Task<IReadOnlyList<(string Code, object[] About)>>> verb)
    {
        try
        {
            foreach (var (code, about) in await verb())
            {
                foreach (var language in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
                    await Console.Out.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, Sentences.GetString(code, language)!, about));
            }
            return true;
        }
        catch (HostingProblem problem)
        {
            await Console.Error.WriteLineAsync(problem.Thai);
            await Console.Error.WriteLineAsync(problem.English);
            return false;
        }
    }
}
