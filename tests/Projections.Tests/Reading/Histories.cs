using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CsCheck;

namespace CredentialLedger.Projections.Tests.Reading;

/// <summary>Histories of one person: results and credentials, recorded sooner or later, corrected, withdrawn; now and then the clock is set back.</summary>
internal static class Histories
{
    public static readonly DateTimeOffset Noon = new(2027, 3, 15, 5, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2027, 3, 15);
    public static readonly Guid Person = Source(0xA1);
    private static readonly Actor By = new(Source(0xA2), "TPQI", "declare-results", "representative");

    /// <summary>A person's history in the order of recording.</summary>
    public static readonly Gen<Recorded[]> Any =
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[-6, 6], Gen.Frequency((8, Gen.Int[0, 40]), (1, Gen.Int[-30, -1]))).Array[1, 14].Select(steps =>
        {
            var (now, events, versions) = (Noon.AddDays(-4), new List<Recorded>(), new Dictionary<int, int>());
            foreach (var (source, choice, day, hours) in steps)
            {
                now = now.AddHours(hours);
                if (Next(source, versions.GetValueOrDefault(source), choice, Day.AddDays(day)) is not { } data) continue;
                versions[source] = versions.GetValueOrDefault(source) is var v && data is ResultAnnulled or CredentialRevoked ? 99 : v + 1;
                events.Add(Event(events.Count * 2 + 1, data, now, events.Count(e => e.Stream == Source(source)) + 1));
            }
            return events.ToArray();
        });

    public static Guid Source(int number) => new($"00000000-0000-4000-8000-{number:x12}");

    public static Recorded Event(long sequence, LedgerEvent data, DateTimeOffset at, long version = 1) => new(data, sequence, data switch
    {
        ResultDeclared r => r.Result,
        ResultSuperseded r => r.Result,
        ResultAnnulled r => r.Result,
        CredentialIssued c => c.Credential,
        CredentialRevoked c => c.Credential,
        CredentialReplaced c => c.Credential,
        CredentialSuspended c => c.Credential,
        CredentialReinstated c => c.Credential,
        AppealUpheld c => c.Credential,
        _ => throw new NotSupportedException(),
    }, version, at, By);

    public static ResultDeclared Declared(int number, DateOnly on, Grade grade = Grade.Competent) => new(Person, Source(number), "F", "U", 1, grade, null,
        Instrument.Interview, [Source(0xA2)], on, new(EvidenceKind.ScoreSheet, "S-1"));

    public static CredentialIssued Issued(int number, DateOnly from) => new(Person, Source(number), Source(0xD1), Source(0xD2), "F", "U", 1,
        new("CL-1", "TPQI", "key", new string('a', 64), "https://ledger.example/status/TPQI/1", number), from, from.AddDays(30), Source(0xA3), true);

    public static CredentialRevoked Revoked(int number, DateOnly effective) => new(Person, Source(number), Ground.Fraud, null, effective, Source(0xA4));

    public static CredentialSuspended Suspended(int number, DateOnly effective) => new(Person, Source(number), SuspensionGround.UnderInvestigation, null, effective, Source(0xA4));

    public static CredentialReinstated Reinstated(int number, DateOnly effective) => new(Person, Source(number), null, effective, Source(0xA4));

    // Sources 1 and 2 are results, 3 and 4 credentials; a version of 99 is the end.
    private static LedgerEvent? Next(int source, int version, int choice, DateOnly day) => (source <= 2, version) switch
    {
        (true, 0) => Declared(source, day, choice == 0 ? Grade.NotYetCompetent : Grade.Competent),
        (true, < 99) when choice == 0 => new ResultAnnulled(Person, Source(source), "F", "U", 1, AnnulmentGround.Fraud, null),
        (true, < 99) => new ResultSuperseded(Person, Source(source), "F", "U", 1, choice == 1 ? Grade.Competent : Grade.NotYetCompetent, null, [Source(0xA2)], SupersessionGround.ReMarking, null),
        (false, 0) => Issued(source, day),
        (false, < 99) when choice == 0 => Revoked(source, day),
        _ => null,
    };
}
