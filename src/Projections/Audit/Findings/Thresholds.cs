using System.Text.Json;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>From which number on something is worth a look: data with reasons, in <c>thresholds.json</c> beside this file.</summary>
/// <param name="Version">Raised whenever a number changes; kept in every finding that is opened.</param>
/// <param name="Numbers">Each number.</param>
/// <param name="Holidays">Public holidays on which offices are closed.</param>
public sealed record Thresholds(string Version, IReadOnlyList<Threshold> Numbers, Holidays Holidays)
{
    /// <summary>Those in force.</summary>
    public static Thresholds InForce { get; } = Read();

    /// <summary>The number of that code.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public int this[string code] => Numbers.Single(n => n.Code == code).Value;

    private static Thresholds Read()
    {
        using var file = typeof(Thresholds).Assembly.GetManifestResourceStream("CredentialLedger.Projections.Audit.Findings.thresholds.json")!;
        return JsonSerializer.Deserialize<Thresholds>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>One number.</summary>
/// <param name="Code">The rule's code, a point, and what the number is.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="ReasonTh">Why this number, in Thai.</param>
/// <param name="ReasonEn">Why this number, in English.</param>
public sealed record Threshold(string Code, int Value, string Unit, string ReasonTh, string ReasonEn);

/// <summary>Public holidays.</summary>
/// <param name="Days">Each day.</param>
/// <param name="ReasonTh">Where they come from, in Thai.</param>
/// <param name="ReasonEn">Where they come from, in English.</param>
public sealed record Holidays(IReadOnlyList<DateOnly> Days, string ReasonTh, string ReasonEn);
