using System.Reflection;

namespace CredentialLedger.Domain.Kernel;

/// <summary>Every duty of the programme, with the clauses of the agreement that its mandate comes from.</summary>
public static class Duties
{
    private static readonly ValueList<string> Staffing = ["2.1.5", "2.2.7", "2.3.4"], Related = ["2.1.6", "2.2.8", "2.3.5"];

    /// <summary>Act for a party as the representative whom the agreement names: sign, give notice, name a successor.</summary>
    public static readonly Duty Represent = new("represent", [], WindingUp: true);

    /// <summary>Audit: read everything, write findings; given and taken only by an act that all three representatives sign.</summary>
    public static readonly Duty Audit = new("audit", [], WindingUp: true);

    /// <summary>See what the ledger holds on oneself; everybody's own.</summary>
    public static readonly Duty OwnRecord = new("own-record", [], WindingUp: true);

    /// <summary>See the records of one's own staff; follows from the posts that both hold.</summary>
    public static readonly Duty Supervise = new("supervise", [], WindingUp: true);

    /// <summary>Clauses 2.1.5, 2.2.7, 2.3.4: appoint people to duties; after the agreement, to winding-up duties only.</summary>
    public static readonly Duty Appoint = new("appoint", Staffing, WindingUp: true);

    /// <summary>Clauses 2.1.5, 2.2.7, 2.3.4: coordinate between the parties: propose what all three sign, raise and consider disputes.</summary>
    public static readonly Duty Coordinate = new("coordinate", Staffing);

    /// <summary>Clauses 2.1.5, 2.2.7, 2.3.4: propose who is to audit.</summary>
    public static readonly Duty ArrangeAudit = new("arrange-audit", Staffing, WindingUp: true);

    /// <summary>Clauses 2.1.4, 2.2.4, 2.3.3: accredit agencies, training providers and certification bodies.</summary>
    public static readonly Duty Accredit = new("accredit", ["2.1.4", "2.2.4", "2.3.3"]);

    /// <summary>Clauses 2.1.4, 2.2.5: enter the systems that act for an organisation.</summary>
    public static readonly Duty KeepSystems = new("keep-systems", ["2.1.4", "2.2.5"]);

    /// <summary>Clauses 2.1.6, 2.2.8, 2.3.5: record joint activities, with who bears their cost (clause 4).</summary>
    public static readonly Duty KeepActivities = new("keep-activities", Related);

    /// <summary>Clauses 2.1.6, 2.2.8, 2.3.5: register works and marks and who has the rights in them (clause 3).</summary>
    public static readonly Duty KeepWorks = new("keep-works", Related);

    /// <summary>Clauses 2.1.6, 2.2.8, 2.3.5: permit, in writing, the use of the party's own works and marks (clause 3).</summary>
    public static readonly Duty GrantPermits = new("grant-permits", Related, WindingUp: true);

    /// <summary>Clauses 2.1.6, 2.2.8, 2.3.5: keep the party's confidential information, consent to its disclosure, and disclose (clause 5).</summary>
    public static readonly Duty KeepConfidences = new("keep-confidences", Related, WindingUp: true);

    /// <summary>Clauses 2.1.6, 2.2.8, 2.3.5: publish about the programme, naming all three parties (clause 6).</summary>
    public static readonly Duty Publish = new("publish", Related);

    /// <summary>Clauses 2.2.1, 2.3.1: publish versions of a competency framework.</summary>
    public static readonly Duty KeepFrameworks = new("keep-frameworks", ["2.2.1", "2.3.1"]);

    /// <summary>Clause 2.1.4: register persons and the posts that they hold.</summary>
    public static readonly Duty KeepPersons = new("keep-persons", ["2.1.4"]);

    /// <summary>Clause 2.2.3: define courses.</summary>
    public static readonly Duty KeepCourses = new("keep-courses", ["2.2.3"]);

    /// <summary>Clause 2.2.4: record who completed a course.</summary>
    public static readonly Duty RecordTraining = new("record-training", ["2.2.4"]);

    /// <summary>Clause 2.3.2: declare, supersede and annul assessment results.</summary>
    public static readonly Duty DeclareResults = new("declare-results", ["2.3.2"]);

    /// <summary>Clause 2.3.3: establish certification schemes.</summary>
    public static readonly Duty KeepSchemes = new("keep-schemes", ["2.3.3"]);

    /// <summary>Clause 2.3.3: decide on certification.</summary>
    public static readonly Duty DecideCertification = new("decide-certification", ["2.3.3"]);

    /// <summary>Clause 2.3.3: issue credentials.</summary>
    public static readonly Duty IssueCredentials = new("issue-credentials", ["2.3.3"]);

    /// <summary>Clause 2.3.3: suspend, reinstate and revoke credentials.</summary>
    public static readonly Duty RevokeCredentials = new("revoke-credentials", ["2.3.3"], WindingUp: true);

    /// <summary>Clause 2.3.3: register the keys that sign credentials, replace and end them, and report that one was stolen.</summary>
    public static readonly Duty KeepKeys = new("keep-keys", ["2.3.3"], WindingUp: true);

    /// <summary>Clauses 2.1.4, 2.2.5, 2.3.2, 2.3.3: read persons' records in the ledger.</summary>
    public static readonly Duty ReadRecords = new("read-records", ["2.1.4", "2.2.5", "2.3.2", "2.3.3"], WindingUp: true);

    /// <summary>Clause 2.1.4: decide on requests to erase a person's data, and help people who cannot ask by themselves.</summary>
    public static readonly Duty DecideErasure = new("decide-erasure", ["2.1.4"], WindingUp: true);

    /// <summary>Every duty, in the order of this page.</summary>
    public static IReadOnlyList<Duty> All { get; } = [.. typeof(Duties).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Duty>()];

    /// <summary>The duty of that code, or null.</summary>
    public static Duty? Find(string code) => All.FirstOrDefault(d => d.Code == code);
}
