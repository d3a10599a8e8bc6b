using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Audit;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Audit;

/// <summary>Seals what auditors write, under the key of the person whom it is about; for nobody whom the finding does not concern.</summary>
internal static class Remarks
{
    /// <summary>The sealed text; null without text, or for somebody whom the finding does not concern.</summary>
    public static Task<Sealed<string>?> Remark<TEvent>(this Sealer sealer, Review? review, Guid about, string? text, CancellationToken token) where TEvent : LedgerEvent =>
        sealer.Remark<TEvent>(review?.Concerns(about) == true ? about : null, text, token);
}
