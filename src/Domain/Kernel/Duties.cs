namespace CredentialLedger.Domain.Kernel;

/// <summary>Every duty of the programme, with the clause of the agreement that its mandate comes from.</summary>
public static class Duties
{
    /// <summary>Clause 2.2.1, 2.3.1: publish versions of a competency framework.</summary>
    public static readonly Duty KeepFrameworks = new("keep-frameworks");

    /// <summary>Clause 2.1.4: register persons and the posts that they hold.</summary>
    public static readonly Duty KeepPersons = new("keep-persons");

    /// <summary>Clause 2.2.3: define courses.</summary>
    public static readonly Duty KeepCourses = new("keep-courses");

    /// <summary>Clause 2.2.4: record who completed a course.</summary>
    public static readonly Duty RecordTraining = new("record-training");

    /// <summary>Clause 2.3.2: declare, supersede and annul assessment results.</summary>
    public static readonly Duty DeclareResults = new("declare-results");

    /// <summary>Clause 2.3.3: establish certification schemes.</summary>
    public static readonly Duty KeepSchemes = new("keep-schemes");

    /// <summary>Clause 2.3.3: decide on certification.</summary>
    public static readonly Duty DecideCertification = new("decide-certification");

    /// <summary>Clause 2.3.3: issue credentials.</summary>
    public static readonly Duty IssueCredentials = new("issue-credentials");

    /// <summary>Clause 2.3.3: revoke credentials.</summary>
    public static readonly Duty RevokeCredentials = new("revoke-credentials");

    /// <summary>Clause 2.2.5: read a person's record in the ledger.</summary>
    public static readonly Duty ReadRecords = new("read-records");
}
