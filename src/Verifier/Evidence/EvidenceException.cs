namespace CredentialLedger.Verifier.Evidence;

/// <summary>A bundle is not what its format says, by the code of the first defect, one of <see cref="EvidenceCodes"/> or <see cref="Log.LogCodes"/>.</summary>
internal sealed class EvidenceException(string code, params object[] values) : Exception(code)
{
    public Finding Finding { get; } = Finding.Failed(code, values);
}
