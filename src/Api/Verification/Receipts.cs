using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Api.Portal.Verification;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Receipts;

namespace CredentialLedger.Api.Verification;

/// <summary>Signed receipts of verifications, for who must show later what they asked and were told (docs/formats/receipt.md). They name the file by its digest, and nobody. None is kept here.</summary>
public sealed class Receipts(LedgerKeyring keys, ProgrammeSettings programme, TileFolder log, TimeProvider clock)
{
    /// <summary>The media type.</summary>
    public const string MediaType = $"application/{VerificationReceipt.Type}";

    /// <summary>The receipt of an answer.</summary>
    /// <param name="document">The file, as it was sent.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="inputs">By what it was judged.</param>
    /// <param name="token">Ends it.</param>
    public async Task<string> Of(ReadOnlyMemory<byte> document, VerifyAnswer answer, VerificationInputs inputs, CancellationToken token)
    {
        // Of a day that has gone the ledger's own events answer in place of a status list.
        var list = answer is { Since: null, Content.Status.List: var address } && inputs.StatusList(address) is { } bytes
            ? (address, Digest(bytes)) : default((Uri Address, string Digest)?);
        var now = clock.GetUtcNow();
        return Encoding.ASCII.GetString(VerificationReceipt.Sign(new(
            programme.Did(), now, Digest(document.Span), answer.At, Enum.Parse<Overall>(answer.Overall, ignoreCase: true),
            [.. answer.Checks.Select(c => new ToldCheck(c.Name, Enum.Parse<CheckResult>(c.Result, ignoreCase: true), c.Code))],
            Digest(inputs.Trust.ToJson()), list?.Address, list?.Digest, log.Checkpoint is { } checkpoint ? Encoding.UTF8.GetString(checkpoint) : null), keys.InForce(KeyKind.Receipts, now).Signs!));
    }

    /// <summary>Whether a text is a receipt that this ledger signed, by whichever of its keys.</summary>
    public bool IsOurs(string receipt) => receipt.Length <= VerificationReceipt.MaxLength
        && keys.All(KeyKind.Receipts).Any(k => !k.IsCompromised && VerificationReceipt.IsSigned(Encoding.UTF8.GetBytes(receipt), programme.Did(), k.Signs!));

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
