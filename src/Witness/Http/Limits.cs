using CredentialLedger.Verifier.Log.Witnessing;

namespace CredentialLedger.Witness.Http;

/// <summary>What one request may take of the machine.</summary>
internal sealed record Limits
{
    /// <summary>Bytes of an add-checkpoint request.</summary>
    public long CheckpointBytes { get; init; } = AddCheckpointRequest.MaxLength;

    /// <summary>Bytes of an add-entries request as sent: 32 packages of short entries need a hundredth of it, three of the longest fit.</summary>
    public long UploadBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Time to send an add-checkpoint request.</summary>
    public TimeSpan CheckpointTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time to send an add-entries request.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Uploads at a time; each may hold one package in memory, of at most 16 MB.</summary>
    public int Uploads { get; init; } = 8;

    /// <summary>Connections at a time.</summary>
    public int Connections { get; init; } = 256;
}
