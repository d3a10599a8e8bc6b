using System.Text;
using CredentialLedger.Verifier.Evidence;

namespace CredentialLedger.Verifier.Cli;

/// <summary>Checks an evidence bundle, on a machine that need never have seen the ledger.</summary>
internal static class EvidenceCommand
{
    public static int Run(string file, string trustFile, bool json, Language language, TextWriter output, TimeProvider clock)
    {
        var trust = InputFiles.Trust(trustFile, clock);
        var verdict = EvidenceCheck.Run(InputFiles.Read(file, EvidenceBundle.MaxLength + 1), trust, clock.GetUtcNow());
        if (json) output.WriteLine(Encoding.UTF8.GetString(verdict.ToJson()));
        else output.Write(EvidenceReport.Of(verdict, language));
        return ExitCode.Of(verdict.Overall);
    }
}
