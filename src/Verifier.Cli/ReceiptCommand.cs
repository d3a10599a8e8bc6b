using System.Text;
using CredentialLedger.Verifier.Receipts;

namespace CredentialLedger.Verifier.Cli;

/// <summary>What was asked on the command line.</summary>
internal sealed record ReceiptRequest(string File, string Trust, string? Document, bool Json, Language Language);

/// <summary>Checks a signed verification receipt against a trust snapshot, which knows the keys that sign the ledger's receipts.</summary>
internal static class ReceiptCommand
{
    // A receipt may be of a file of any size that the ledger takes, and a little more, so that what differs is told by its digest.
    private const int MaxDocument = 12 * 1024 * 1024;

    public static int Run(ReceiptRequest request, TextWriter output, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var snapshot = InputFiles.Snapshot(request.Trust) ?? throw new WrongUseException("receipt-needs-snapshot", request.Trust);
        var (trust, keys) = (snapshot.TrustAt(now), snapshot.ReceiptKeys);
        var receipt = InputFiles.Read(request.File, VerificationReceipt.MaxLength + 1);
        // Not the empty file, which a null array would become.
        ReadOnlyMemory<byte>? document = request.Document is { } file ? new(InputFiles.Read(file, MaxDocument)) : null;
        var verdict = ReceiptCheck.Run(receipt, keys, trust, document, now);
        if (request.Json) output.WriteLine(Encoding.UTF8.GetString(verdict.ToJson()));
        else output.Write(ReceiptReport.Of(verdict, request.Language));
        return ExitCode.Of(verdict.Together);
    }
}
