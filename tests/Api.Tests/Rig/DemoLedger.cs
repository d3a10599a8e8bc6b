using Microsoft.AspNetCore.Hosting;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>A running ledger with the demo programme in it: what most scenarios begin from.</summary>
public sealed class DemoLedger : IAsyncLifetime
{
    /// <summary>The demo's framework, course, schemes (the sample is under the one with marks), persons, results and identities.</summary>
    public static readonly Guid
        Candidate = new("a0000000-0000-4000-8000-000000000001"),
        Trainee = new("a0000000-0000-4000-8000-000000000002"),
        Examiner = new("d0000000-0000-4000-8000-000000000004"),
        SecondExaminer = new("d0000000-0000-4000-8000-000000000014"),
        Course = new("c0000000-0000-4000-8000-000000000001"),
        Completion = new("e0000000-0000-4000-8000-000000000001"),
        Result = new("f0000000-0000-4000-8000-000000000001"),
        Scheme = new("b0000000-0000-4000-8000-000000000001"),
        SchemeWithMarks = new("b0000000-0000-4000-8000-000000000003");

    /// <summary>The demo as it is.</summary>
    public DemoLedger() : this(null)
    {
    }

    internal DemoLedger(Action<IWebHostBuilder, string>? more) => Host = new(Prepared.Complete, more);

    /// <summary>The host.</summary>
    public LedgerHost Host { get; }

    /// <summary>The sample credential's id.</summary>
    public Guid Credential { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        Credential = Guid.Parse(Prepared.Sample.Split('/')[^1]);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Host.DisposeAsync();

    /// <summary>Register a synthetic person of that number, under a random id.</summary>
    public async Task<Guid> PersonAsync(int number)
    {
        var id = Guid.NewGuid();
        (await Host.PutAsync("hr-officer", $"/api/people/{id}", Person(number))).ShouldRecord(1);
        return id;
    }

    /// <summary>A body that registers a synthetic person.</summary>
    public static object Person(int number) =>
        new { name = new { th = $"นางสาวทดสอบ ลำดับ{number}", en = $"Test {number}" }, nationalId = NationalId(number), personnel = "civil-servant", synthetic = true };

    /// <summary>A national id with a good check digit that nobody has: no real one begins with 0.</summary>
    public static string NationalId(int number)
    {
        var twelve = $"0{number + 1_000_000:00000000000}";
        return twelve + Domain.People.NationalId.CheckDigit(twelve);
    }

    /// <summary>Declare a competent result in the scheme's unit for a person, examined by the demo's examiner.</summary>
    public async Task<Guid> ResultAsync(Guid person, string grade = "competent")
    {
        var id = Guid.NewGuid();
        (await Host.PutAsync("examiner", $"/api/results/{id}", ResultBody(person, grade))).ShouldRecord(1);
        return id;
    }

    /// <summary>A body that declares a result in the scheme's unit.</summary>
    public static object ResultBody(Guid person, string grade = "competent", int? level = null, Guid? examiner = null) => new
    {
        person,
        framework = "TPQI-2560",
        unit = "CEC-BCTZ-001",
        level,
        grade,
        score = 8000,
        instrument = "portfolio",
        examiners = new[] { examiner ?? Examiner },
        assessedOn = "2026-06-15",
        evidence = new { kind = "score-sheet", reference = "T-1" },
    };

    /// <summary>Record the scheme's course as completed by a person.</summary>
    public async Task<Guid> CompletionAsync(Guid person)
    {
        var id = Guid.NewGuid();
        (await Host.PutAsync("training-officer", $"/api/completions/{id}", CompletionBody(person))).ShouldRecord(1);
        return id;
    }

    /// <summary>A body that records a completion of the scheme's course.</summary>
    public static object CompletionBody(Guid person, string on = "2026-03-20", Guid? course = null) =>
        new { person, course = course ?? Course, completedOn = on, evidence = new { kind = "attendance", reference = "A-1" } };

    /// <summary>A body that decides on a person.</summary>
    public static object DecisionBody(Guid person, Guid[] results, Guid[] completions, string ruling = "granted") =>
        new { scheme = Scheme, person, ruling, results, completions };

    /// <summary>Everything up to a granted decision for a new person; gives the decision's id.</summary>
    public async Task<Guid> DecisionAsync(int number, string ruling = "granted")
    {
        var person = await PersonAsync(number);
        var body = DecisionBody(person, [await ResultAsync(person)], [await CompletionAsync(person)], ruling);
        return (await Host.PostAsync("decider", "/api/decisions", body)).ShouldRecord(1).Id;
    }

    /// <summary>Everything up to an issued credential for a new person; gives the credential's id.</summary>
    public async Task<Guid> CredentialAsync(int number) =>
        (await Host.PostAsync("issuer", $"/api/decisions/{await DecisionAsync(number)}/credential")).ShouldRecord(1).Id;
}
