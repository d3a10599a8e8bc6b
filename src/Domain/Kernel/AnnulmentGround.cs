using System.Text.Json.Serialization;

namespace CredentialLedger.Domain.Kernel;

/// <summary>Why a recorded fact counts no more; the stored names are part of the storage format.</summary>
public enum AnnulmentGround
{
    /// <summary>Recorded for the wrong person, course or unit.</summary>
    [JsonStringEnumMemberName("recorded-in-error")] RecordedInError,

    /// <summary>The evidence does not show it.</summary>
    [JsonStringEnumMemberName("evidence-insufficient")] EvidenceInsufficient,

    /// <summary>The rules of the sitting or the training were broken.</summary>
    [JsonStringEnumMemberName("irregularity")] Irregularity,

    /// <summary>Deceit by the candidate or by somebody else.</summary>
    [JsonStringEnumMemberName("fraud")] Fraud,

    /// <summary>An appeal was upheld.</summary>
    [JsonStringEnumMemberName("appeal-upheld")] AppealUpheld,
}
