using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.Verification;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>What scenarios on recognised equivalences and accepted awards begin from.</summary>
internal static class Equivalences
{
    /// <summary>The demo's equivalence, and the scheme that names it.</summary>
    public static readonly Guid Icdl = new("b1000000-0000-4000-8000-000000000001"), Scheme = new("b0000000-0000-4000-8000-000000000002");

    /// <summary>A body that recognises an award as the demo scheme's unit.</summary>
    public static object Body(string unit = "CEC-OQZN-027", int? months = 36, string appliesFrom = "2026-01-15", string version = "Essentials 1.0") => new
    {
        qualification = new { bodyTh = "มูลนิธิไอซีดีแอล", bodyEn = "ICDL Foundation", titleTh = "ใบรับรอง ICDL", titleEn = "ICDL certificate", version },
        framework = "TPQI-2560",
        unit,
        awardedFrom = "2024-01-01",
        months,
        appliesFrom,
        decision = Decision(),
    };

    /// <summary>A decision that a recognition or a withdrawal rests on.</summary>
    public static object Decision(string number = "สคช. ท. 7/2569", string date = "2026-01-10") => new { number, date, sha256 = new string('a', 64) };

    /// <summary>Recognise an equivalence; gives its id.</summary>
    public static async Task<Guid> EquivalenceAsync(this LedgerHost host)
    {
        var id = Guid.NewGuid();
        (await host.PutAsync("framework-keeper", $"/api/equivalences/{id}", Body())).ShouldRecord(1);
        return id;
    }

    /// <summary>A body that accepts an award of a person, who has one of a number unless another is said.</summary>
    public static object AwardBody(Guid person, Guid? equivalence = null, string? number = null, string on = "2025-06-15") =>
        new { person, equivalence = equivalence ?? Icdl, number = number ?? $"ICDL-TH-{person:N}", awardedOn = on, evidence = new { kind = "transcript", reference = "AW-2569/12", sha256 = new string('c', 64) } };

    /// <summary>Accept an award of a person under the demo's equivalence; gives its id.</summary>
    public static async Task<Guid> AwardAsync(this LedgerHost host, Guid person)
    {
        var id = Guid.NewGuid();
        (await host.PutAsync("examiner", $"/api/awards/{id}", AwardBody(person))).ShouldRecord(1);
        return id;
    }

    /// <summary>A body that decides on a person's awards alone.</summary>
    public static object DecisionBody(Guid person, params Guid[] awards) => new { scheme = Scheme, person, ruling = "granted", results = Array.Empty<Guid>(), awards };

    /// <summary>What npm jose reads in a statement by the published keys of TPQI, or why it refuses.</summary>
    public static async Task<(bool Accepted, string Said)> JoseAsync(this LedgerHost host, string statement)
    {
        var folder = Directory.CreateTempSubdirectory("statement-");
        try
        {
            var (file, keys) = (Path.Combine(folder.FullName, "statement.jwt"), Path.Combine(folder.FullName, "jwks.json"));
            await File.WriteAllTextAsync(file, statement);
            await File.WriteAllTextAsync(keys, await host.TextAsync("/issuers/TPQI/jwks.json"));
            var (code, said) = Node.Run("statement.mjs", keys, file);
            code.ShouldBe(0, said);
            var told = JsonDocument.Parse(said).RootElement;
            return told.TryGetProperty("payload", out var payload) ? (true, payload.GetString()!) : (false, told.GetProperty("refused").GetString()!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
