using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>What an accreditation of a kind rests on, and the most that its scope can hold.</summary>
/// <param name="Name">Its name in addresses and ids, the stored name of the kind.</param>
/// <param name="Clause">The mandate whose holder accredits.</param>
/// <param name="Duties">The duties that its scope can name.</param>
public sealed record Kinds(string Name, string Clause, ValueList<Duty> Duties)
{
    /// <summary>What holds of a kind.</summary>
    public static Kinds Of(AccreditationKind kind) => kind switch
    {
        AccreditationKind.Agency => Agency,
        AccreditationKind.TrainingProvider => TrainingProvider,
        _ => CertificationBody,
    };

    private static readonly Kinds Agency = new("agency", "2.1.4", [Kernel.Duties.ReadRecords]);
    private static readonly Kinds TrainingProvider = new("training-provider", "2.2.4", [Kernel.Duties.RecordTraining, Kernel.Duties.ReadRecords]);

    private static readonly Kinds CertificationBody = new("certification-body", "2.3.3",
        [Kernel.Duties.DeclareResults, Kernel.Duties.DecideCertification, Kernel.Duties.IssueCredentials, Kernel.Duties.RevokeCredentials, Kernel.Duties.KeepKeys, Kernel.Duties.ReadRecords]);
}
